import { expect, type Page } from "@playwright/test";

/** What Ctrl+K opens. */
export class PalettePage {
  constructor(readonly page: Page) {}
  get dialog() {
    return this.page.getByRole("dialog", { name: "查找或执行" });
  }
  get field() {
    return this.dialog.getByRole("combobox");
  }
  get options() {
    return this.dialog.getByRole("option");
  }
  get chosen() {
    return this.dialog.getByRole("option", { selected: true });
  }
  /** The keys of the present page. */
  get keys() {
    return this.page.getByRole("dialog", { name: "按键" });
  }
  readonly group = (name: string) => this.dialog.getByRole("group", { name });
  /** A page that has just come does not listen yet. */
  async open(keys = "ControlOrMeta+k") {
    await expect(async () => {
      if (await this.field.isHidden()) await this.page.keyboard.press(keys);
      await this.field.waitFor({ timeout: 2000 });
    }).toPass();
  }
}
