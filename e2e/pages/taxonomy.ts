import { expect, type Page } from "@playwright/test";

/** The page of one outlet or tag, and the forms of new ones. */
export class TaxonomyPage {
  constructor(readonly page: Page) {}
  readonly list = (kind: "categories" | "tags", query = "") => this.page.goto(`/admin/${kind}${query}`);
  async open(kind: "categories" | "tags", name: string) {
    await this.list(kind, `?q=${encodeURIComponent(name)}`);
    await this.page.getByRole("rowheader").getByRole("link", { name, exact: true }).click();
    await this.page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  }
  readonly field = (label: string) => this.page.getByLabel(new RegExp(`^${label}`));
  readonly section = (name: string) => this.page.getByRole("region", { name: new RegExp(`^${name}( \\d+)?$`) });
  readonly row = (name: string) => this.page.getByRole("row").filter({ hasText: name });
  readonly act = (words: string | RegExp) => this.page.getByRole("listitem").filter({ hasText: words });
  readonly said = (words: string | RegExp) => this.page.getByText(words).first();

  async create(kind: "categories" | "tags", name: string) {
    await this.page.goto(`/admin/${kind}/new`);
    await this.field("名称").fill(name);
    await this.page.getByRole("button", { name: /^新建/ }).click();
    await this.page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  }
  async save() {
    await this.page.getByRole("button", { name: "保存", exact: true }).click();
  }
  /** Chooses in a field by typing, with the keyboard alone. */
  async choose(region: string, words: string, name: string) {
    const box = this.section(region).getByRole("combobox");
    await box.fill(words);
    await this.section(region)
      .getByRole("option", { name: new RegExp(`^${name}`) })
      .first()
      .waitFor();
    await box.press("Enter");
  }
  async merge(words: string, name: string) {
    await this.choose("合并", words, name);
    await this.section("合并")
      .getByRole("button", { name: `并入「${name}」` })
      .click();
    await this.page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  }
  async addAlias(alias: string) {
    await this.section("别名").getByLabel("加一个别名").fill(alias);
    await this.section("别名").getByRole("button", { name: "添加" }).click();
  }
  /** Takes back the act whose sentence holds these words, and waits until its articles are back. */
  async undo(words: string | RegExp) {
    await this.act(words).first().getByRole("button", { name: /^撤销/ }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "撤销", exact: true }).click();
    await this.act(words).filter({ hasText: "已由" }).first().waitFor();
    await this.settled();
  }
  /** Until no articles are on their way any more: as the server says, then as this page does. */
  async settled() {
    const record = async () => (await this.page.request.get("/admin/taxonomy")).text();
    await expect.poll(record, { timeout: 30_000 }).not.toContain("act-progress");
    await this.page.waitForFunction(() => document.querySelector(".act-progress") === null);
  }
}
