import type { Page } from "@playwright/test";

/** The list of partners' tokens, and the form for a new one. */
export class TokensPage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/admin/tokens");
  readonly row = (name: string) => this.page.getByRole("table").getByRole("row").filter({ hasText: name });
  get name() {
    return this.page.getByRole("textbox", { name: /^合作方/ });
  }
  get shown() {
    return this.page.getByLabel("令牌，只显示这一次");
  }
  get dialog() {
    return this.page.getByRole("dialog");
  }
  readonly act = (name: string) => this.page.getByRole("button", { name }).click();
  /** Gives the token, which is shown once. */
  async make(name: string, { full }: { full: boolean }): Promise<string> {
    await this.name.fill(name);
    if (full) await this.page.getByRole("checkbox", { name: /^全文/ }).check();
    await this.act("生成令牌");
    return this.shown.inputValue();
  }
  async revoke(name: string) {
    await this.act(`撤销：${name}`);
    await this.dialog.getByRole("button", { name: "撤销" }).click();
  }
  async rename(name: string, to: string) {
    await this.act(`改名：${name}`);
    await this.dialog.getByLabel("合作方").fill(to);
    await this.dialog.getByRole("button", { name: "保存" }).click();
  }
}
