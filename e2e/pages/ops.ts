import type { Page } from "@playwright/test";

/** What the site says of itself. */
export class SettingsPage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/admin/settings");
  /** A field by how its label begins; the rest of the label says where it is shown. */
  readonly field = (label: string) => this.page.getByRole("textbox", { name: new RegExp(`^${label}`) });
  get preview() {
    return this.page.getByRole("region", { name: "报头预览" });
  }
  get saved() {
    return this.page.getByText("已保存，所有页面都换上了").first();
  }
  /** Until the server has answered: meanwhile the button says so. */
  async save() {
    await this.page.getByRole("button", { name: "保存", exact: true }).click();
    await this.page.getByRole("button", { name: "保存", exact: true }).waitFor();
  }
  async addLink(label: string, href: string) {
    await this.page.getByRole("button", { name: "加一个链接" }).click();
    const links = this.page.getByRole("region", { name: "页脚链接" }).getByRole("listitem");
    await links.last().getByLabel(/名称$/).fill(label);
    await links.last().getByLabel(/地址$/).fill(href);
  }
}

/** Old addresses. */
export class RedirectsPage {
  constructor(readonly page: Page) {}
  readonly open = (query = "") => this.page.goto(`/admin/redirects${query}`);
  get from() {
    return this.page.getByLabel(/^旧地址\s*读者手里的/);
  }
  get to() {
    return this.page.getByLabel(/^转到/);
  }
  readonly row = (from: string) => this.page.getByRole("row").filter({ hasText: from });
  readonly add = () => this.page.getByRole("button", { name: "添加" }).click();
  async find(prefix: string) {
    await this.page.getByLabel("旧地址的开头").fill(prefix);
    await this.page.getByRole("button", { name: "查找", exact: true }).click();
  }
  async pasteCsv(csv: string) {
    await this.page.getByText("从 CSV 成批导入").click();
    await this.page.getByLabel(/^CSV/).fill(csv);
  }
}

/** Who did what. */
export class AuditPage {
  constructor(readonly page: Page) {}
  readonly open = (query = "") => this.page.goto(`/admin/audit${query}`);
  readonly line = (text: string) => this.page.getByRole("listitem").filter({ hasText: text });
  get lines() {
    return this.page.locator("main").getByRole("listitem");
  }
  async filter(choices: { 谁?: string; 做了什么?: string; 对象?: string }) {
    for (const [label, option] of Object.entries(choices)) {
      await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
    }
    await this.page.getByRole("button", { name: "筛选" }).click();
  }
}
