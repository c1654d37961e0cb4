import type { Page } from "@playwright/test";
import { PreviewPage } from "../pages/preview";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

const TABLE = "<table><tbody><tr><td>名称</td><td>数</td></tr><tr><td>甲</td><td>12.5</td></tr></tbody></table>";

/** A page's `<main>` as a browser has it: elements with all their attributes, and text; nothing is left out. */
const mainOf = (page: Page) =>
  page.locator("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    // React's own marks between two texts; they are in no page that readers get.
    for (const comment of comments) comment.parentNode?.removeChild(comment);
    // What programs read of it is compared with what is visible in a journey of its own.
    for (const data of main.querySelectorAll("script")) data.remove();
    main.normalize();
    return main.outerHTML;
  });

const styleSheets = (page: Page) =>
  page.evaluate(() => [...document.styleSheets].map(({ href }) => new URL(href ?? "").pathname).sort());

test("the preview is the public page: same elements, same attributes, same text, same style sheets", async ({
  at,
  reader,
}) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open();
  await writing.fill({ title: "预览与公开页", outlet: "东岸财经", slug: "yu-lan", tags: "预览", symbols: "SH600036" });
  await writing.body.focus();
  await writing.body.evaluate((body, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `<h2>量</h2><p>公告来得<strong>早</strong>。</p>${TABLE}`);
  await writing.publish();
  const id = await writing.settled();
  await expect(writing.publicLink).toBeVisible();

  const story = await reader.open("/articles/yu-lan");
  const preview = writing.page;
  await preview.goto(`/preview/articles/${id}`);
  const previewed = await mainOf(preview);
  // Script is off at the reader's: there the server's markup is compared.
  const published = /<main[\s\S]*<\/main>/.exec((await reader.answer("/articles/yu-lan")).text)?.[0] ?? "";
  const inBrowser = await preview.evaluate((html) => {
    const holder = document.createElement("div");
    holder.innerHTML = html;
    // What only readers have: what is not published yet has nobody to report an error, and no address to be shared or printed.
    for (const only of holder.querySelectorAll("details.report, article-tools, .printed-source, script")) only.remove();
    return holder.innerHTML;
  }, published);
  expect(published).toContain("公告来得");
  expect(published).toContain('action="/api/reports"');
  expect(previewed).toBe(inBrowser);
  for (const sheet of await styleSheets(preview)) {
    const links = await story
      .locator('link[rel="stylesheet"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(
      links.map((href) => (href ?? "").replace(/\?.*/, "")),
      sheet,
    ).toContain(sheet);
  }
});

test("a draft is shown as readers would see it, at desktop and phone width, and readers see nothing", async ({
  at,
  draft,
  reader,
}) => {
  const page = await at("editor");
  await page.setViewportSize({ width: 1440, height: 900 });
  const writing = new WritingPage(page);
  await writing.open(draft.id);
  const slug = await writing.field("地址").inputValue();
  await page.getByRole("link", { name: "预览" }).click();
  const preview = new PreviewPage(page);
  await expect(preview.frame.getByRole("heading", { level: 1 })).toHaveText(draft.title);
  await expect(preview.frame.getByRole("link", { name: "东岸财经" }).first()).toBeVisible();
  const widthInside = () => page.frames()[1]!.evaluate(() => window.innerWidth);
  expect(await widthInside()).toBe(1440);
  await preview.width("手机");
  await expect(page).toHaveURL(/width=phone/);
  await expect(preview.frame.getByRole("heading", { level: 1 })).toHaveText(draft.title);
  expect(await widthInside()).toBe(390);
  expect(await reader.status(`/articles/${slug}`)).toBe(404);
});

test("on a phone the desktop's page is shown whole, smaller", async ({ at, draft }) => {
  const page = await at("editor");
  await page.setViewportSize({ width: 390, height: 844 });
  const preview = new PreviewPage(page);
  await preview.open(draft.id);
  await expect(preview.frame.getByRole("heading", { level: 1 })).toHaveText(draft.title);
  expect(await page.frames()[1]!.evaluate(() => window.innerWidth)).toBe(1280);
  const box = await page.locator("iframe").boundingBox();
  expect(Math.round(box?.width ?? 0)).toBe(390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a secret link opens the draft for a stranger until it is revoked", async ({ browser, at, draft, staffed }) => {
  const preview = new PreviewPage(await at("editor"));
  await preview.open(draft.id);
  const path = await preview.share("1 天");
  expect(path).toMatch(/^\/preview\/[\w-]{43}$/);

  const stranger = await browser.newContext({ baseURL: staffed.url });
  const page = await stranger.newPage();
  await test.step("it works without an account and says what it is", async () => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(draft.title);
    await expect(page.getByText("预览稿")).toBeVisible();
    const headers = response?.headers() ?? {};
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cache-control"]).toContain("no-store");
    expect(await stranger.cookies()).toEqual([]);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  });

  await test.step("a changed one does not, nor does the newsroom's own preview", async () => {
    const wrong = `${path.slice(0, -2)}${path.endsWith("AA") ? "BB" : "AA"}`;
    for (const address of [wrong, "/preview/x", "/preview"]) expect((await page.goto(address))?.status()).toBe(404);
    expect(await (await stranger.request.get(wrong)).text(), "said without script").toContain("这个预览链接不能用了");
    await page.goto(wrong);
    await expect(page.getByRole("heading", { name: "这个预览链接不能用了" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText(draft.title);
    await page.goto(`/preview/articles/${draft.id}`);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  });

  await test.step("revoked, it is over at the next request", async () => {
    await preview.dialog.getByRole("button", { name: "撤销" }).click();
    await expect(preview.dialog.getByText("现在没有可用的外链。")).toBeVisible();
    await expect(preview.dialog.getByLabel("新的外链，只显示这一次")).toHaveCount(0);
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "这个预览链接不能用了" })).toBeVisible();
  });
  await stranger.close();
});

test("axe finds nothing in the preview, its dialog and the stranger's page", async ({ at, draft }) => {
  const page = await at("editor");
  const preview = new PreviewPage(page);
  await preview.open(draft.id);
  await expect(preview.frame.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  const path = await preview.share();
  expect(await faults(page)).toEqual([]);
  for (const address of [path, "/preview/x"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  }
});
