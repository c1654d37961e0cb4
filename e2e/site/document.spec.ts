import { readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "./pages";

test.use({ javaScriptEnabled: false });

test("each page has its status, one h1, its landmarks, a title of its own, a short description and its address", async ({
  page,
  portal,
  templates,
}) => {
  const titles = new Set<string>();
  for (const { name, path, status } of templates) {
    await test.step(name, async () => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(status);
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      await expect(page.locator("h1")).toHaveCount(1);
      for (const landmark of ["banner", "main", "contentinfo"] as const) {
        await expect(page.getByRole(landmark)).toHaveCount(1);
      }
      const description = await page.locator('meta[name="description"]').getAttribute("content");
      expect([...(description ?? "")].length).toBeGreaterThan(10);
      expect([...(description ?? "")].length).toBeLessThanOrEqual(120);
      titles.add(await page.title());
      const canonical = page.locator('link[rel="canonical"]');
      if (status === 200) {
        const href = await canonical.getAttribute("href");
        expect(new URL(href!).pathname).toBe(path);
        expect(href!.startsWith(portal.url)).toBe(true);
      } else {
        await expect(canonical).toHaveCount(0);
        await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      }
      const times = await page
        .locator("main time")
        .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
      for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+08:00)?$/);
      expect(await page.locator("[style], style").count()).toBe(0);
    });
  }
  expect(titles.size).toBe(templates.length);
});

test("further pages have their own address and title, name their span of time and lead back to the newest", async ({
  page,
  templates,
}) => {
  const lists = templates.filter(({ name }) => ["outlet", "live", "tag"].includes(name));
  expect(lists).toHaveLength(3);
  for (const { path } of lists) {
    await page.goto(path);
    const title = await page.title();
    await page
      .getByRole("navigation", { name: "翻页" })
      .getByRole("link", { name: /更早的/ })
      .click();
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", page.url());
    expect(await page.title()).not.toBe(title);
    await expect(page.getByRole("navigation", { name: "翻页" })).toContainText(/\d{4}年\d+月\d+日 \d\d:\d\d 至 /);
    await page.getByRole("link", { name: "回到最新" }).click();
    await expect(page).toHaveURL((url) => url.pathname === path);
  }
});

test("a tag leads from a story to the other stories with it", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "story")!.path);
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("list", { name: "标签" }).getByRole("link", { name: "锂电池" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "锂电池" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3, name: title ?? "" })).toBeVisible();
});

test("a withdrawn story says when and why, and a flash on the front page is never cut", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "gone")!.path);
  await expect(page.getByRole("main")).toContainText("来源无法核实");
  await page.goto("/");
  const flashes = await page.locator(".wire .flash-text").allTextContents();
  expect(flashes.length).toBeGreaterThan(8);
  for (const text of flashes) expect(text).not.toContain("…");
});

test("all islands together are 10 KB", async ({ request, portal }) => {
  expect(portal.url).toBeTruthy();
  const names = readdirSync("public/islands");
  expect(names.length).toBeGreaterThan(4);
  let bytes = 0;
  for (const name of names) {
    const response = await request.get(`/islands/${name}`, { headers: { "accept-encoding": "br" } });
    expect(response.headers()["cache-control"]).toContain("immutable");
    bytes += brotliCompressSync(await response.body()).length;
  }
  expect(bytes).toBeLessThanOrEqual(10 * 1024);
});

test("an article page is complete in 30 KB, its islands included", async ({ request, templates }) => {
  const { path } = templates.find(({ name }) => name === "story")!;
  const sizeOf = async (url: string) => {
    const response = await request.get(url, { headers: { "accept-encoding": "br" } });
    return Number(response.headers()["content-length"]);
  };
  const html = await (await request.get(path)).text();
  const parts = [
    ...html.matchAll(/<link rel="stylesheet" href="([^"]+)"|<script type="text\/island" data-src="([^"]+)"/g),
  ].map(([, sheet, script]) => sheet ?? script!);
  expect(parts.filter((part) => part.endsWith(".css")).length).toBeGreaterThan(0);
  expect(parts.filter((part) => part.startsWith("/islands/"))).toHaveLength(2);
  let bytes = await sizeOf(path);
  for (const part of parts) bytes += await sizeOf(part);
  expect(bytes).toBeGreaterThan(1000);
  expect(bytes).toBeLessThan(30_000);
});
