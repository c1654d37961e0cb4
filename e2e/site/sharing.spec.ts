import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "./pages";

const storyOf = (templates: { name: string; path: string }[], name = "story") =>
  templates.find((template) => template.name === name)!.path;
const sheet = (page: Page) => page.locator(".share-sheet").first();
const open = (page: Page) => page.locator(".share > summary").first().click();

/** What a camera reads from a picture. */
async function codeIn(png: Buffer) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

const clipboard = (page: Page, type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType(wanted)).text();
  }, type);

async function copy(page: Page, selector: string, characters: number) {
  // The script comes when the page has been drawn.
  await page.locator("article-tools:defined").first().waitFor({ state: "attached" });
  await page.evaluate(
    ([wanted, length]) => {
      const element = document.querySelector(wanted)!;
      const range = document.createRange();
      range.selectNodeContents(element);
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let left = length;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const here = node.textContent!.length;
        if (here >= left) {
          range.setEnd(node, left);
          break;
        }
        left -= here;
      }
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    },
    [selector, characters] as const,
  );
  await page.keyboard.press("Control+C");
}

test("the address goes to Weibo, by mail, and into WeChat by a code that a camera reads", async ({
  page,
  portal,
  templates,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(portal.url)) foreign.push(request.url());
  });
  const path = storyOf(templates);
  await page.goto(path);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await open(page);
  const weibo = new URL((await sheet(page).getByRole("link", { name: "微博" }).getAttribute("href"))!);
  expect(weibo.origin + weibo.pathname).toBe("https://service.weibo.com/share/share.php");
  expect(Object.fromEntries(weibo.searchParams)).toEqual({ url: portal.url + path, title });
  await expect(sheet(page).getByRole("link", { name: "邮件" })).toHaveAttribute("href", /^mailto:\?subject=/);
  const code = sheet(page).getByRole("img", { name: "本文链接的二维码" });
  await expect(code).toBeVisible();
  await expect.poll(async () => codeIn(await code.screenshot({ scale: "css" }))).toBe(portal.url + path);
  expect(foreign).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await open(page);
  await page.getByRole("heading", { level: 1 }).click();
  await expect(sheet(page)).toBeHidden();
});

test("the card is a picture that can be saved and leads back", async ({ page, portal, templates }) => {
  const path = storyOf(templates);
  await page.goto(path);
  await open(page);
  await sheet(page).getByRole("button", { name: "生成分享图片" }).click();
  const dialog = page.getByRole("dialog", { name: "分享图片" });
  await expect(dialog.getByRole("img")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "保存图片" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const png = await readFile(await download.path());
  const { format, width, height } = await sharp(png).metadata();
  expect([format, width, height]).toEqual(["png", 1080, 1440]);
  expect(await codeIn(png)).toBe(portal.url + path);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("where the system has a sheet of its own, it is asked", async ({ page, templates }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shared: [] });
    Object.defineProperty(Navigator.prototype, "share", {
      configurable: true,
      value: async (what: object) => (window as unknown as { shared: object[] }).shared.push(what),
    });
  });
  await page.goto(storyOf(templates));
  await open(page);
  await sheet(page).getByRole("button", { name: "系统分享" }).click();
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  expect(await page.evaluate(() => (window as unknown as { shared: object[] }).shared)).toEqual([
    { title, url: page.url() },
  ]);
});

test("a long piece of the text takes its source along, a short one and code do not", async ({
  page,
  context,
  portal,
  templates,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const path = storyOf(templates);
  await page.goto(path);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await copy(page, ".prose", 140);
  await expect(page.getByRole("status").filter({ hasText: "文末附有出处" })).toBeVisible();
  const text = await clipboard(page, "text/plain");
  expect(text).toMatch(new RegExp(`\\n来源：金融消息 ${portal.url}${path}$`));
  expect(text).toContain(`《${title}》`);
  const html = await clipboard(page, "text/html");
  expect(html).toContain(`href="${portal.url}${path}"`);
  expect(html).not.toMatch(/href="\//);

  await copy(page, ".prose", 60);
  await expect.poll(() => clipboard(page, "text/plain")).not.toContain("来源：");
  expect((await clipboard(page, "text/plain")).length).toBeGreaterThan(40);

  await page.goto(storyOf(templates, "story with a wide table"));
  await copy(page, ".prose pre", 200);
  await expect.poll(() => clipboard(page, "text/plain")).toBe("a".repeat(200));

  await page.getByRole("button", { name: "复制链接" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "已复制链接" })).toBeVisible();
  expect(await clipboard(page, "text/plain")).toBe(page.url());
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("sharing is a list of links with the address in words and as a code", async ({ page, portal, templates }) => {
    const path = storyOf(templates);
    await page.goto(path);
    await open(page);
    await expect(sheet(page)).toContainText(portal.url + path);
    await expect(sheet(page).getByRole("link", { name: "微博" })).toBeVisible();
    await expect(sheet(page).getByRole("link", { name: "邮件" })).toBeVisible();
    const code = sheet(page).getByRole("img", { name: "本文链接的二维码" });
    await expect.poll(async () => codeIn(await code.screenshot({ scale: "css" }))).toBe(portal.url + path);
  });
});
