import type { Browser, BrowserContext, Page } from "@playwright/test";

/** A stranger without cookies: every look is a fresh visit. */
export class Reader {
  private readonly contexts: BrowserContext[] = [];
  constructor(
    private readonly browser: Browser,
    private readonly baseURL: string,
  ) {}

  private async visit() {
    const context = await this.browser.newContext({ baseURL: this.baseURL, javaScriptEnabled: false });
    this.contexts.push(context);
    return context;
  }

  /** The first answer, redirects not followed. */
  async answer(path: string) {
    const response = await (await this.visit()).request.get(path, { maxRedirects: 0 });
    const { location } = response.headers();
    const to = location ? decodeURIComponent(new URL(location, this.baseURL).pathname) : "";
    return { status: response.status(), to, text: await response.text() };
  }

  readonly status = async (path: string) => (await this.answer(path)).status;

  /** What each link of a page says, by where it leads; of several to one place the first. */
  async links(path: string): Promise<Record<string, string>> {
    const links: Record<string, string> = {};
    for (const [, to = "", inner = ""] of (await this.answer(path)).text.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g))
      links[to] ??= inner.replace(/<[^>]*>/g, "");
    return links;
  }

  async open(path: string): Promise<Page> {
    const page = await (await this.visit()).newPage();
    await page.goto(path);
    return page;
  }

  async leave() {
    for (const context of this.contexts.splice(0)) await context.close();
  }
}
