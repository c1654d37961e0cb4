import type { Page } from "@playwright/test";

/** The list of articles. */
export class DeskPage {
  constructor(readonly page: Page) {}
  readonly open = (query = "") => this.page.goto(`/admin/articles${query}`);
  get heading() {
    return this.page.getByRole("heading", { level: 1, name: "文章" });
  }
  get titles() {
    return this.page.getByRole("rowheader").getByRole("link");
  }
  get undo() {
    return this.page.getByRole("status").getByRole("button", { name: "撤销" });
  }
  /** Stories that were never saved. */
  get unsaved() {
    return this.page.getByRole("region", { name: /^未保存的新稿/ });
  }
  get signOut() {
    return this.page.getByRole("button", { name: "退出" }).first();
  }
  readonly row = (title: string) => this.page.getByRole("row").filter({ hasText: title });
  async filter({ words, outlet, kind }: { words?: string; outlet?: string; kind?: string }) {
    const search = this.page.getByRole("search");
    if (words !== undefined) await search.getByLabel("标题中的词").fill(words);
    if (outlet !== undefined) await search.getByLabel("媒体").selectOption({ label: outlet });
    if (kind !== undefined) await search.getByLabel("类型").selectOption({ label: kind });
    await search.getByRole("button", { name: "筛选" }).click();
  }
  readonly view = (name: string) =>
    this.page.getByRole("navigation", { name: "状态" }).getByRole("link", { name, exact: true }).click();
}
