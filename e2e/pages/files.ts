import { createHash } from "node:crypto";
import type { JSHandle, Locator, Page } from "@playwright/test";
import sharp from "sharp";

export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A PNG of one colour, another one for each name: the same bytes would be the same picture. */
export async function png(name: string, { width = 1200, height = 800 } = {}): Promise<Upload> {
  const [r, g, b] = createHash("sha256").update(name).digest();
  const image = sharp({ create: { width, height, channels: 3, background: { r: r!, g: g!, b: b! } } });
  return { name, mimeType: "image/png", buffer: await image.png().toBuffer() };
}

/** Files as a drag or a clipboard of this page holds them. */
export function transferOf(page: Page, files: Upload[]): Promise<JSHandle<DataTransfer>> {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  return page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: mimeType }));
    }
    return data;
  }, plain);
}

/** Drags files from outside over a part of the page, just below its upper edge, and lets them go or only holds them. */
export async function dragOnto(target: Locator, files: Upload[], { drop = true } = {}) {
  const dataTransfer = await transferOf(target.page(), files);
  await target.scrollIntoViewIfNeeded();
  const { x, y } = (await target.boundingBox())!;
  const event = { dataTransfer, clientX: x + 2, clientY: y + 2 };
  await target.dispatchEvent("dragenter", event);
  if (drop) await target.dispatchEvent("drop", event);
}

/** Puts a picture into the browser's own clipboard, as a screenshot does. */
export async function copyPicture(page: Page, { buffer }: Upload) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    await navigator.clipboard.write([new ClipboardItem({ "image/png": new Blob([bytes], { type: "image/png" }) })]);
  }, buffer.toString("base64"));
}

/** Keeps requests to an address waiting until it is called. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
