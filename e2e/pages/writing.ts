import { expect, type Page } from "@playwright/test";
import type { Editor } from "@tiptap/core";

export type Text = { title?: string; body?: string; outlet?: string; slug?: string; tags?: string; symbols?: string };

/** Writing and editing one article. */
export class WritingPage {
  constructor(readonly page: Page) {}
  async open(id = "new") {
    await this.page.goto(`/admin/articles/${id}`);
    await this.body.waitFor();
  }
  /** Until a new article stands at its own address; gives its id. */
  async settled() {
    await this.page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}$/);
    await this.body.waitFor();
    return this.page.url().split("/").at(-1) ?? "";
  }
  get title() {
    return this.page.getByLabel("标题", { exact: true });
  }
  get body() {
    return this.page.getByRole("textbox", { name: "正文" });
  }
  get tools() {
    return this.page.getByRole("toolbar", { name: "格式" });
  }
  /** `已保存 14:20:07`, `离线，已存本机 14:20:09`. */
  get saved() {
    return this.page.getByRole("banner").getByRole("status");
  }
  get alert() {
    return this.page.getByRole("alert").filter({ hasText: /./ });
  }
  get panel() {
    return this.page.getByRole("complementary", { name: "发布设置" });
  }
  get saveButton() {
    return this.page.getByRole("banner").getByRole("button", { name: /^(保存|更新)$/ });
  }
  /** A notice above the text: unsaved text that came back, a newer version, trouble with saving. */
  readonly strip = (words: string | RegExp) => this.page.locator(".strip").filter({ hasText: words });
  get others() {
    return this.page.getByRole("list", { name: "也打开了这篇的人" });
  }
  get merge() {
    return this.page.getByRole("dialog", { name: "对照合并" });
  }
  /** To the end of the text. The editor hears of the caret's new place a moment later; a key before that acts at the old one. */
  async toEnd() {
    await expect(async () => {
      await this.body.press("ControlOrMeta+End");
      const behind = await this.body.evaluate((element) => {
        const { state } = (element as HTMLElement & { editor: Editor }).editor;
        return state.doc.textBetween(state.selection.to, state.doc.content.size);
      });
      expect(behind).toBe("");
    }).toPass();
  }
  /** At the end of the text, as one does who goes on writing. */
  async type(words: string) {
    await this.toEnd();
    await this.page.keyboard.insertText(words);
  }
  get publishButton() {
    return this.page.getByRole("banner").getByRole("button", { name: /发布$/ });
  }
  get submitButton() {
    return this.page.getByRole("banner").getByRole("button", { name: "交审" });
  }
  async giveBack(note: string) {
    await this.panel.getByRole("button", { name: "退回" }).click();
    const dialog = this.page.getByRole("dialog", { name: "退回这篇稿件" });
    await dialog.getByLabel("要改什么").fill(note);
    await dialog.getByRole("button", { name: "退回" }).click();
  }
  get withdrawButton() {
    return this.panel.getByRole("button", { name: "撤回" });
  }
  get trashButton() {
    return this.panel.getByRole("button", { name: "移到回收站" });
  }
  get publicLink() {
    return this.panel.getByRole("link", { name: "看页面" });
  }
  /** The dialog in which one decides how and when. */
  get publishing() {
    return this.page.getByRole("dialog", { name: "发布", exact: true });
  }
  get confirmButton() {
    return this.publishing.getByRole("button", { name: /^(定时)?发布/ });
  }
  get when() {
    return this.publishing.getByLabel("发布时间");
  }
  /** One found security in the dialog. */
  readonly security = (name: string) =>
    this.publishing
      .getByRole("region", { name: /^提及的证券/ })
      .getByRole("listitem")
      .filter({ hasText: name });
  readonly field = (label: string) => this.panel.getByLabel(label);
  readonly tool = (name: string) => this.tools.getByRole("button", { name, exact: true });

  async fill({ title, body, outlet, slug, tags, symbols }: Text) {
    if (title !== undefined) await this.title.fill(title);
    if (outlet !== undefined) await this.field("媒体").selectOption({ label: outlet });
    if (slug !== undefined) await this.field("地址").fill(slug);
    if (tags !== undefined) await this.field("标签").fill(tags);
    if (symbols !== undefined) await this.field("提及的证券").fill(symbols);
    if (body !== undefined) {
      await this.toEnd();
      await this.page.keyboard.insertText(body);
    }
  }
  readonly save = () => this.page.keyboard.press("ControlOrMeta+s");
  /** Opens the dialog and publishes as it stands, or at a time in Beijing. */
  async publish(at?: string) {
    await this.publishButton.click();
    if (at !== undefined) {
      await this.publishing.getByRole("radio", { name: "定时" }).check();
      await this.when.fill(at);
    }
    await this.confirmButton.click();
  }
  /** What goes with the next update. */
  get correction() {
    return this.panel.locator("details").filter({ hasText: "这次更新是更正" });
  }
  /** Says that the next update is a correction, and updates. */
  async correct({ kind, note, reason }: { kind?: string; note?: string; reason?: string }) {
    if ((await this.correction.getAttribute("open")) === null)
      await this.correction.getByText("这次更新是更正").click();
    if (kind !== undefined) await this.correction.getByLabel("类别").selectOption({ label: kind });
    if (note !== undefined) await this.correction.getByLabel("更正说明").fill(note);
    if (reason !== undefined) await this.correction.getByLabel("出错的原因").fill(reason);
    await this.saveButton.click();
  }
  async withdraw(reason: string) {
    await this.withdrawButton.click();
    const dialog = this.page.getByRole("dialog", { name: "撤回这篇文章" });
    await dialog.getByLabel("原因").fill(reason);
    await dialog.getByRole("button", { name: "确认撤回" }).click();
  }
}
