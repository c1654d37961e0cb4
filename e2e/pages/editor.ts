import type { CDPSession, Page } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import type { Upload } from "./files";
import { WritingPage } from "./writing";

/** What stands around the text of an article. */
export class EditorPage extends WritingPage {
  get slash() {
    return this.page.getByRole("listbox", { name: "插入" });
  }
  get bubble() {
    return this.page.getByRole("toolbar", { name: "选中的文字" });
  }
  /** What the editor takes for selected: it hears of the browser's selection a moment later. */
  readonly selected = () =>
    this.body.evaluate((element) => {
      const { state } = (element as HTMLElement & { editor: Editor }).editor;
      return state.doc.textBetween(state.selection.from, state.selection.to);
    });
  get findBar() {
    return this.page.getByRole("search", { name: "在正文里查找" });
  }
  get source() {
    return this.page.getByRole("textbox", { name: "正文源码" });
  }
  get tally() {
    return this.page.locator(".fmt-end");
  }
  /** The row of fields in which a picture is chosen and described. */
  get figureRow() {
    return this.page.getByRole("group", { name: "图片", exact: true });
  }
  get picker() {
    return this.page.getByRole("dialog", { name: "从图库选图" });
  }
  /** Opens the figure's row and takes a picture that is uploaded right there. */
  async pickPicture(file: Upload) {
    await this.tool("图片").click();
    await this.figureRow.getByRole("button", { name: "从图库选" }).click();
    const chooser = this.page.waitForEvent("filechooser");
    await this.picker.getByRole("button", { name: "上传图片" }).click();
    await (await chooser).setFiles(file);
    await this.picker.getByRole("list", { name: "图片，从新到旧" }).getByRole("button", { name: file.name }).click();
    await this.picker.waitFor({ state: "detached" });
  }
  async describePicture(said: { 替代文字?: string; 图注?: string; 图源?: string }) {
    for (const [label, text] of Object.entries(said)) await this.figureRow.getByLabel(label).fill(text);
    await this.figureRow.getByRole("button", { name: /^(插入|更新)图片$/ }).click();
  }
  /** A file on its way that was dropped or pasted. */
  readonly sending = (name: string) =>
    this.page.getByRole("list", { name: "上传", exact: true }).getByRole("listitem").filter({ hasText: name });
  get figures() {
    return this.body.locator("figure");
  }
  readonly option = (name: string) => this.slash.getByRole("option", { name });
  readonly keys = (...names: string[]) =>
    names.reduce((p, name) => p.then(() => this.page.keyboard.press(name)), Promise.resolve());
  /** Key by key, as on a keyboard without an input method. */
  readonly type = (text: string) => this.page.keyboard.type(text);

  /** A new article with this text in it. */
  async write(text: string) {
    await this.open();
    await this.body.focus();
    if (text) await this.page.keyboard.insertText(text);
  }
  /** As from another program. */
  paste(html: string, text = "") {
    return this.body.evaluate(
      (body, { html, text }) => {
        const clipboardData = new DataTransfer();
        if (html) clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", text);
        body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      { html, text },
    );
  }
}

/** An input method: signs that are composed and change until they are committed. */
export class InputMethod {
  private constructor(private readonly session: CDPSession) {}
  static readonly of = async (page: Page) => new InputMethod(await page.context().newCDPSession(page));
  /** Shows one state after the other, as pinyin is typed. */
  async compose(...states: string[]) {
    for (const text of states) {
      const at = text.length;
      await this.session.send("Input.imeSetComposition", { text, selectionStart: at, selectionEnd: at });
    }
  }
  readonly commit = (text: string) => this.session.send("Input.insertText", { text });
  readonly cancel = () => this.compose("");
}
