import type { Page } from "@playwright/test";

/** Where the home page is arranged. */
export class FrontDeskPage {
  constructor(readonly page: Page) {}
  readonly open = (query = "") => this.page.goto(`/admin/front${query}`);

  /** Lead and pinned stories in their order. */
  get slots() {
    return this.page.getByRole("list", { name: "头条和置顶，按先后" }).getByRole("listitem");
  }
  readonly slot = (title: string) => this.slots.filter({ hasText: title });
  readonly handle = (title: string) => this.slot(title).locator(".grip");
  /** What was said of the last move, to who does not see it. */
  get said() {
    return this.page.locator(".arranging").getByRole("status").first();
  }
  get publishButton() {
    return this.page.getByRole("button", { name: "发布编排" });
  }
  get published() {
    return this.page.getByText("已发布，首页换上了新编排").first();
  }
  readonly undo = () => this.page.getByRole("button", { name: "撤销" }).first().click();

  get candidates() {
    return this.page.getByRole("region", { name: "挑稿" }).getByRole("listitem");
  }
  readonly find = (words: string) => this.page.getByRole("searchbox", { name: "找已发布的报道" }).fill(words);
  readonly lead = (title: string) => this.page.getByRole("button", { name: `把《${title}》设为头条` }).click();
  readonly pin = (title: string) => this.page.getByRole("button", { name: `置顶《${title}》` }).click();
  readonly remove = (title: string) => this.page.getByRole("button", { name: `拿下《${title}》` }).click();

  readonly end = (title: string) => this.page.getByLabel(`《${title}》到什么时候`, { exact: true });
  async endAt(title: string, time: string) {
    await this.end(title).selectOption({ label: "自选时间…" });
    await this.page.getByLabel(`《${title}》到什么时候，北京时间`).fill(time);
  }

  get preview() {
    return this.page.frameLocator('iframe[title="首页预览"]');
  }
  get bar() {
    return this.page.getByRole("region", { name: "突发条" });
  }
  get barText() {
    return this.bar.getByRole("textbox", { name: /^一句话/ });
  }
  get barLink() {
    return this.bar.getByRole("textbox", { name: /^链接/ });
  }
}
