import type { Locator, Page } from "@playwright/test";

/** An open page with live flashes on it: `/live`, its important ones, or the home page. */
export class LivePage {
  constructor(readonly page: Page) {}
  async open(path: string) {
    await this.page.goto(path);
    return this;
  }
  /** Behind it new flashes wait. */
  get fresh() {
    return this.page.getByRole("button", { name: /^\d+ 条新快讯$/ });
  }
  get sound() {
    return this.page.getByRole("button", { name: /^提示音/ });
  }
  get list() {
    return this.page.locator("live-flashes");
  }
  readonly row = (words: string | RegExp) => this.list.getByRole("listitem").filter({ hasText: words });
  /** Titles and words of the rows, in their order. */
  get rows() {
    return this.list.getByRole("listitem");
  }
  readonly level = (name: string) =>
    this.page.getByRole("navigation", { name: "级别" }).getByRole("link", { name, exact: true });
}

/** Scrolls until a row stands at the window's upper edge. */
export const readAt = (row: Locator) =>
  row.evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));

/** How far the page is scrolled, and where a row stands in the window. A browser scrolls by whole pixels, rows are as high as they are. */
export const placeOf = async (row: Locator) => ({
  scrolled: await row.page().evaluate(() => scrollY),
  row: await row.evaluate((element) => element.getBoundingClientRect().top),
});
