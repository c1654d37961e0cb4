import { type Browser, expect, type Page } from "@playwright/test";
import { hold } from "./files";

/** What has moved on a page since it was opened, as the browser itself measures it. */
const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);
const nextFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Opens a page whose pictures are answered only after everything else has been painted.
 * @returns the layout shift up to then and after them; and, to be sure that it is measured, after a block was put on top
 */
export async function visitWithLatePictures(browser: Browser, url: string, alt: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const measured = Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const release = await hold(page, "**/media/**");
  await page.goto(url, { waitUntil: "domcontentloaded" });
  // Scrolling along with what moves would hide it.
  await page.evaluate(() => document.documentElement.style.setProperty("overflow-anchor", "none"));
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("paint").length)).toBeGreaterThan(1);
  const image = page.getByRole("img", { name: alt });
  await image.scrollIntoViewIfNeeded();
  const box = await image.boundingBox();
  const isEarly = await image.evaluate((img: HTMLImageElement) => img.naturalWidth > 0);
  release();
  await expect(image).toHaveJSProperty("complete", true);
  const [natural, source] = await image.evaluate((img: HTMLImageElement) => [
    { width: img.naturalWidth, height: img.naturalHeight },
    img.currentSrc,
  ]);
  await nextFrames(page);
  const after = await image.boundingBox();
  const shift = await shiftOf(page);
  await page.evaluate(() => {
    const block = document.createElement("div");
    Object.assign(block.style, { blockSize: "300px" });
    document.querySelector("article")!.prepend(block);
  });
  await expect.poll(() => shiftOf(page)).toBeGreaterThan(shift);
  await context.close();
  return { shift, isEarly, box, after, natural: natural as { width: number; height: number }, source: String(source) };
}
