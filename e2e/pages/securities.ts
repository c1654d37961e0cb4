import { expect, type Page } from "@playwright/test";

/** The list of securities, the form of one, and the links that were refused. */
export class SecuritiesPage {
  constructor(readonly page: Page) {}
  readonly list = (query = "") => this.page.goto(`/admin/securities${query}`);
  readonly row = (name: string) => this.page.getByRole("row").filter({ hasText: name });
  readonly field = (label: string) => this.page.getByLabel(new RegExp(`^${label}`));
  get looks() {
    return this.page.getByRole("region", { name: "重新关联" });
  }
  get names() {
    return this.page.getByRole("group", { name: "别名与曾用名" });
  }
  readonly said = (words: string | RegExp) => this.page.getByText(words).first();

  async find(words: string) {
    await this.list();
    await this.page.getByRole("searchbox", { name: "名称、代码或拼音" }).fill(words);
    await this.page.getByRole("searchbox", { name: "名称、代码或拼音" }).press("Enter");
    await this.page.waitForURL(/q=/);
  }
  async open(symbol: string) {
    await this.page.goto(`/admin/securities/${symbol}`);
    await expect(this.page.getByRole("button", { name: "保存", exact: true })).toBeEnabled();
  }
  /** A further name, by the keyboard: the new row takes the focus. */
  async addName(name: string, { isAmbiguous = false } = {}) {
    await this.names.getByRole("button", { name: "加一个叫法" }).click();
    const field = this.names.getByRole("textbox").last();
    await expect(field).toBeFocused();
    await field.fill(name);
    if (isAmbiguous) await this.names.getByRole("checkbox", { name: `${name}易混` }).check();
  }
  readonly removeName = (name: string) => this.names.getByRole("button", { name: `去掉${name}` }).click();
  async save() {
    await this.page.getByRole("button", { name: "保存", exact: true }).click();
  }
  /** Until the articles concerned were all looked at: as the server says, then as this page does. */
  async settled() {
    const here = async () => (await this.page.request.get(this.page.url())).text();
    await expect.poll(here, { timeout: 30_000 }).not.toContain("act-progress");
    await this.page.waitForFunction(() => document.querySelector(".act-progress") === null);
  }
}
