import type { Page } from "@playwright/test";

type Said = { quote?: string; message: string; contact?: string };

/** What a reader fills in below an article; works without script. */
export class ReportForm {
  constructor(readonly page: Page) {}
  async open(path: string) {
    await this.page.goto(path);
    await this.page.getByText("报错", { exact: true }).click();
  }
  async fill({ quote, message, contact }: Said) {
    if (quote !== undefined) await this.page.getByLabel("有误的原文").fill(quote);
    await this.page.getByLabel("哪里有误").fill(message);
    if (contact !== undefined) await this.page.getByLabel("联系方式").fill(contact);
  }
  readonly send = () => this.page.getByRole("button", { name: "提交" }).click();
  get heading() {
    return this.page.getByRole("heading", { level: 1 });
  }
}

/** What the newsroom sees of it. */
export class ReportDesk {
  constructor(readonly page: Page) {}
  readonly open = (view = "") => this.page.goto(`/admin/reports${view && `?view=${view}`}`);
  readonly row = (words: string) => this.page.getByRole("listitem").filter({ hasText: words });
  readonly show = (words: string) => this.page.getByRole("link", { name: words }).click();
  get marked() {
    return this.page.locator("mark");
  }
  get answer() {
    return this.page.getByRole("textbox", { name: "答复" });
  }
  get alert() {
    return this.page.getByRole("main").getByRole("alert");
  }
  readonly decide = (verdict: "采纳" | "不采纳") =>
    this.page.getByRole("button", { name: verdict, exact: true }).click();
}

/** Destroying an article. */
export class TakedownPage {
  constructor(readonly page: Page) {}
  readonly open = (id: string) => this.page.goto(`/admin/articles/${id}/takedown`);
  get dialog() {
    return this.page.getByRole("dialog", { name: "永久删除这篇文章" });
  }
  get confirm() {
    return this.dialog.getByRole("button", { name: "永久删除" });
  }
  get record() {
    return this.page.getByRole("heading", { name: /^删除记录第 \d+ 号$/ });
  }
  async fill({ requester, reason, basis }: { requester: string; reason: string; basis: string }) {
    await this.page.getByLabel("谁要求删除").fill(requester);
    await this.page.getByLabel("原因").fill(reason);
    await this.page.getByLabel("依据").fill(basis);
    await this.page.getByRole("button", { name: "下一步" }).click();
  }
  readonly type = (words: string) => this.dialog.getByLabel("照写").fill(words);
}
