import type { Page } from "@playwright/test";

/** The reader's search, on any page. */
export class SearchPage {
  constructor(readonly page: Page) {}
  async open(query = "") {
    await this.page.goto(`/search${query && `?${query}`}`);
  }
  /** The large one on its own page, the one in the masthead elsewhere. */
  get box() {
    return this.page.getByRole("search", { name: "搜索报道" });
  }
  get mastheadBox() {
    return this.page.getByRole("search", { name: "全站搜索" });
  }
  readonly field = (box = this.box) => box.locator("input[name=q]");
  readonly type = (words: string, box = this.box) => this.field(box).fill(words);
  get hits() {
    return this.page.locator(".hit");
  }
  get titles() {
    return this.page.locator(".hit h3 a");
  }
  get marks() {
    return this.page.locator(".hit mark");
  }
  get sum() {
    return this.page.locator(".sum p");
  }
  get answer() {
    return this.page.getByRole("region", { name: "证券" });
  }
  get filters() {
    return this.page.getByRole("form", { name: "筛选" });
  }
  get nothing() {
    return this.page.getByRole("heading", { name: /^没有找到/ });
  }
  readonly options = (box = this.box) => box.getByRole("option");
  get list() {
    return this.box.getByRole("listbox", { name: "建议" });
  }
}
