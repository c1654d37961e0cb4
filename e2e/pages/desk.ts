import { expect, type Page } from "@playwright/test";

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
  readonly tickBox = (title: string) => this.page.getByRole("checkbox", { name: `选中《${title}》` });
  get wholePage() {
    return this.page.getByRole("checkbox", { name: "全选本页" });
  }
  /** What is chosen, what is being done, and what became of it. */
  get bar() {
    return this.page.getByRole("region", { name: "批量操作" });
  }
  /** What became of an act; many articles take a while on a slow machine. */
  readonly says = (outcome: string) => expect(this.bar.getByRole("status")).toHaveText(outcome, { timeout: 30_000 });
  get dialog() {
    return this.page.getByRole("dialog");
  }
  readonly act = (name: string) => this.bar.getByRole("button", { name, exact: true }).click();
  readonly confirm = (name: string) => this.dialog.getByRole("button", { name, exact: true }).click();
  get chips() {
    return this.page.getByRole("list", { name: "当前条件" }).getByRole("listitem");
  }
  get views() {
    return this.page.getByRole("navigation", { name: "视图" });
  }
  get search() {
    return this.page.getByRole("search");
  }
  async filter(set: { words?: string; outlet?: string; kind?: string; from?: string; sort?: string }) {
    const { search } = this;
    const { words, outlet, kind, from, sort } = set;
    if (words !== undefined) await search.getByLabel("要找的词").fill(words);
    const choose = (name: string, label: string) =>
      search.getByRole("combobox", { name, exact: true }).selectOption({ label });
    if (outlet !== undefined) await choose("媒体", outlet);
    if (kind !== undefined || from !== undefined || sort !== undefined) {
      await search.getByText("更多条件、排序与栏目").click();
      if (kind !== undefined) await choose("类型", kind);
      if (from !== undefined) await search.getByLabel("从", { exact: true }).fill(from);
      if (sort !== undefined) await choose("按", sort);
    }
    await search.getByRole("button", { name: "筛选" }).click();
  }
  readonly view = (name: string) => this.views.getByRole("link", { name, exact: true }).click();
}
