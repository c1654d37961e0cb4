import type { Page } from "@playwright/test";

/** The box of the home page, and the pages of what was read most. */
export class MostRead {
  readonly box;
  readonly page;
  constructor(private readonly browser: Page) {
    this.box = browser.getByRole("region", { name: "读得最多" });
    this.page = browser.getByRole("main");
  }

  readonly span = (label: "24 小时" | "7 天") => this.box.getByRole("radio", { name: label });
  /** The headlines of one list of the box, most read first; the one that is not chosen has none for anybody. */
  readonly list = (label: "24 小时" | "7 天") => this.box.getByRole("list", { name: label }).getByRole("link");
  readonly rows = () => this.page.locator("ol.ranks > li");
  readonly whole = () => this.box.getByRole("link", { name: "完整榜单" });
  readonly open = (path: "/" | "/most-read" | "/most-read/7d") => this.browser.goto(path);
}
