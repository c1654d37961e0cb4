import type { Page } from "@playwright/test";

/** What a reader follows: the page of its news, and the buttons and switches elsewhere. */
export class MyPage {
  constructor(readonly page: Page) {}
  async open() {
    await this.page.goto("/my");
    return this;
  }
  get list() {
    return this.page.getByRole("region", { name: "名单" });
  }
  /** Who is on the list, in its order. */
  get followed() {
    return this.list.getByRole("listitem").getByRole("link");
  }
  readonly remove = (name: string) => this.list.getByRole("button", { name: `取消关注：${name}` }).click();
  get box() {
    return this.list.getByRole("combobox");
  }
  get news() {
    return this.page.locator(".my-news");
  }
  /** Headlines of the news. */
  get headlines() {
    return this.news.getByRole("heading", { level: 3 });
  }
  get said() {
    return this.page.locator(".toast");
  }
  async import(text: string) {
    const file = { name: "finews-自选.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await this.list.getByLabel("导入").setInputFiles(file);
  }
  async exported() {
    const downloading = this.page.waitForEvent("download");
    await this.list.getByRole("button", { name: "导出" }).click();
    return downloading;
  }
  /** On a security's or an outlet's own page. */
  readonly button = (name: string) => this.page.getByRole("button", { name: new RegExp(`关注：${name}$`) });
  get onlyMine() {
    return this.page.getByRole("button", { name: "只看自选" });
  }
}

/** Fills the list before the page is opened, with whatever text. */
export const keepList = (page: Page, text: string) =>
  page.addInitScript((kept) => {
    if (!sessionStorage.getItem("was-kept")) localStorage.setItem("my", kept);
    sessionStorage.setItem("was-kept", "yes");
  }, text);

export const asList = (paths: string[]) => JSON.stringify(paths.map((path) => ({ path, title: path.split("/")[2] })));
