import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { faults } from "../admin/axe";
import { expect, test } from "./pages";

/** Another site, whose one page holds this. */
async function otherSite(html: string) {
  const server = createServer((_req, res) => {
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.end(`<!DOCTYPE html><html lang="zh-CN"><title>别的网站</title><body><main><h1>别的网站</h1>${html}</main>`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const oembedOf = (address: string) => `/api/oembed?url=${encodeURIComponent(address)}`;

test("another site finds out by oEmbed how to show a story, shows it without a script, and its link opens the story", async ({
  page,
  portal,
  templates,
  request,
}) => {
  const { path } = templates.find(({ name }) => name === "story")!;
  await page.goto(path);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  const discovery = await page.locator('link[type="application/json+oembed"]').getAttribute("href");
  const { html } = (await (await request.get(discovery!)).json()) as { html: string };
  const other = await otherSite(html);
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.goto(other.url);
  const card = page.frameLocator("iframe");
  await expect(card.getByRole("heading", { level: 1 })).toHaveText(title!);
  expect(await card.locator("script").count()).toBe(0);
  const popup = page.waitForEvent("popup");
  await card.getByRole("link", { name: /^在.+阅读$/ }).click();
  await expect((await popup).getByRole("heading", { level: 1 })).toHaveText(title!);
  expect((await popup).url()).toBe(portal.url + path);
  expect(said).toEqual([]);
  other.close();
});

test("only the card may stand in another site's frame", async ({ page, portal, request, templates }) => {
  const { path } = templates.find(({ name }) => name === "story")!;
  const other = await otherSite(`<iframe src="${portal.url}${path}" title="x"></iframe>`);
  await page.goto(other.url);
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain("chrome-error://chromewebdata/");
  for (const [at, allowed] of [
    [path, "'none'"],
    [path.replace("/articles/", "/embed/"), "*"],
  ] as const)
    expect((await request.get(at)).headers()["content-security-policy"]).toContain(`frame-ancestors ${allowed}`);
  other.close();
});

test("a withdrawn story's card says so, a missing one's too, and oEmbed knows neither", async ({
  page,
  portal,
  templates,
  request,
}) => {
  const gone = templates.find(({ name }) => name === "gone")!.path.replace("/articles/", "/embed/");
  for (const [path, status, says] of [
    [gone, 410, "这篇报道已撤回"],
    ["/embed/gibt-es-nicht", 404, "没有这篇报道"],
  ] as const) {
    expect((await page.goto(path))!.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(says);
    expect(await faults(page)).toEqual([]);
    expect((await request.get(oembedOf(portal.url + path))).status()).toBe(404);
  }
});

test("axe finds nothing on a card, whose text stays within it at any width", async ({ page, templates }) => {
  const { path } = templates.find(({ name }) => name === "story")!;
  for (const [width, height] of [
    [320, 232],
    [600, 208],
    [800, 208],
    [280, 120],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(path.replace("/articles/", "/embed/"));
    expect(await faults(page)).toEqual([]);
    const beyond = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]);
    expect(beyond, `${width}`).toEqual([0, 0]);
    await expect(page.getByRole("link", { name: /^在.+阅读$/ })).toBeInViewport({ ratio: 1 });
  }
});
