import type { Page } from "@playwright/test";

/** An article's versions, and two of them compared. */
export class HistoryPage {
  constructor(readonly page: Page) {}
  readonly open = (id: string, query = "") => this.page.goto(`/admin/articles/${id}/revisions${query}`);
  get rows() {
    return this.page.getByRole("list", { name: "版本，从新到旧" }).getByRole("listitem");
  }
  readonly row = (version: number) =>
    this.rows.filter({ has: this.page.getByRole("heading", { name: `第 ${version} 版` }) });
  /** Words that came or went. */
  get inserted() {
    return this.text.getByRole("insertion");
  }
  get deleted() {
    return this.text.getByRole("deletion");
  }
  get text() {
    return this.page.getByRole("article", { name: "文字的改动" });
  }
  get fields() {
    return this.page.getByRole("table", { name: "设置的改动" });
  }
  async pick(from: number, to: number) {
    await this.page.getByRole("radio", { name: `旧版：第 ${from} 版`, exact: true }).check();
    await this.page.getByRole("radio", { name: `新版：第 ${to} 版`, exact: true }).check();
    await this.page.getByRole("button", { name: "比较所选两版" }).click();
  }
  async restore(version: number) {
    await this.row(version)
      .getByRole("button", { name: `恢复第 ${version} 版` })
      .click();
    await this.page
      .getByRole("dialog", { name: `恢复第 ${version} 版？` })
      .getByRole("button", { name: "确认恢复" })
      .click();
  }
}
