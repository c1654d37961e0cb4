import type { Page } from "@playwright/test";
import { dragOnto, transferOf, type Upload } from "./files";

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
  readonly drag = (files: Upload[], how = {}) => dragOnto(this.page.getByRole("heading", { name: "图库" }), files, how);
  async paste(file: Upload) {
    const clipboard = await transferOf(this.page, [file]);
    await this.page.evaluate((clipboardData) => {
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, clipboard);
  }
}
