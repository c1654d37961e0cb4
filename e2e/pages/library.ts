import type { Page } from "@playwright/test";

export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** The picture library. */
export class LibraryPage {
  constructor(readonly page: Page) {}
  readonly open = (query = "") => this.page.goto(`/admin/media${query}`);
  get uploads() {
    return this.page.getByRole("list", { name: "上传", exact: true });
  }
  readonly upload = (name: string) => this.uploads.getByRole("listitem").filter({ hasText: name });
  get tiles() {
    return this.page.getByRole("list", { name: "图片，从新到旧" });
  }
  readonly tile = (name: string) => this.tiles.getByRole("listitem").filter({ hasText: name });
  get details() {
    return this.page.getByRole("complementary", { name: "图片详情" });
  }
  get alt() {
    return this.details.getByLabel("替代文字");
  }
  readonly show = (name: string) => this.tile(name).getByRole("link").click();
  readonly view = (name: string) =>
    this.page.getByRole("navigation", { name: "筛选" }).getByRole("link", { name, exact: true }).click();

  async pick(...files: Upload[]) {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "上传图片" }).click();
    await (await chooser).setFiles(files);
  }
  async replace(file: Upload) {
    const chooser = this.page.waitForEvent("filechooser");
    await this.details.getByRole("button", { name: "替换文件" }).click();
    await (await chooser).setFiles(file);
  }
  /** Drags files from outside over the page and lets them go, or only holds them there. */
  async drag(files: Upload[], { drop = true } = {}) {
    const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
    const transfer = await this.page.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const { name, mimeType, base64 } of all) {
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: mimeType }));
      }
      return data;
    }, plain);
    await this.page.dispatchEvent("h1", "dragenter", { dataTransfer: transfer });
    if (drop) await this.page.dispatchEvent("h1", "drop", { dataTransfer: transfer });
  }
  async paste({ name, mimeType, buffer }: Upload) {
    await this.page.evaluate(
      ([base64, fileName, type]) => {
        const clipboardData = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64!), (byte) => byte.charCodeAt(0));
        clipboardData.items.add(new File([bytes], fileName!, { type: type! }));
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      [buffer.toString("base64"), name, mimeType],
    );
  }
}
