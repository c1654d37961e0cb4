import type { Page } from "@playwright/test";

/** Where flashes are written and sent. */
export class FlashDeskPage {
  constructor(readonly page: Page) {}
  async open() {
    await this.page.goto("/admin/flash");
    await this.field.waitFor();
  }
  get field() {
    return this.page.getByRole("textbox", { name: "标题与正文" });
  }
  get form() {
    return this.page.getByRole("form", { name: "新快讯" });
  }
  get outlet() {
    return this.form.getByRole("combobox", { name: "媒体" });
  }
  get preview() {
    return this.page.getByRole("region", { name: "将这样显示" });
  }
  get options() {
    return this.page.getByRole("listbox", { name: "证券" }).getByRole("option");
  }
  get securities() {
    return this.form.getByRole("group", { name: "证券" });
  }
  get alert() {
    return this.form.getByRole("alert");
  }
  get rows() {
    return this.page.getByRole("list", { name: "今日快讯，最新的在前" }).getByRole("listitem");
  }
  readonly level = (name: string) => this.form.getByRole("radio", { name: new RegExp(`^\\d\\s?${name}$`) });
  readonly row = (words: string) => this.rows.filter({ hasText: words });
  readonly undo = (words: string) => this.row(words).getByRole("button", { name: "撤回" });
  /** A flash that is open in its row. */
  readonly edit = (title: string) => this.page.getByRole("textbox", { name: `修改《${title}》` });
  readonly keys = async (...names: string[]) => {
    for (const name of names) await this.page.keyboard.press(name);
  };
  /** As an input method puts it there. */
  readonly write = (text: string) => this.page.keyboard.insertText(text);
  async send(text: string) {
    await this.field.focus();
    await this.write(text);
    await this.keys("ControlOrMeta+Enter");
  }
}
