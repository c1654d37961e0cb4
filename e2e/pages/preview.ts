import type { Page } from "@playwright/test";

/** The preview of an article, and the links by which outsiders see it. */
export class PreviewPage {
  constructor(readonly page: Page) {}
  readonly open = (id: string, query = "") => this.page.goto(`/admin/articles/${id}/preview${query}`);
  get frame() {
    return this.page.frameLocator("iframe");
  }
  get dialog() {
    return this.page.getByRole("dialog", { name: "给外人看的链接" });
  }
  get shareButton() {
    return this.page.getByRole("button", { name: "外链" });
  }
  readonly width = (name: string) =>
    this.page.getByRole("navigation", { name: "屏幕宽度" }).getByRole("link", { name }).click();
  /** Makes a link and gives its path. */
  async share(days = "7 天") {
    await this.shareButton.click();
    await this.dialog.getByLabel("有效期").selectOption({ label: days });
    await this.dialog.getByRole("button", { name: "生成外链" }).click();
    const url = await this.dialog.getByLabel("新的外链，只显示这一次").inputValue();
    return new URL(url).pathname;
  }
}
