import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { FAREWELL_WORKER } from "../../server/web/farewell-worker";
import type { Portal } from "../fixtures";
import { expect, keysAnswer, test } from "./pages";

const pathsOf = async (page: Page, list = "/") => {
  await page.goto(list);
  return page
    .locator('main h3 a[href^="/articles/"]')
    .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href")!))]);
};

/** What the browser keeps under this name, oldest first. */
const keptIn = (page: Page, name: string) =>
  page.evaluate(async (wanted) => {
    const keys = await (await caches.open(wanted)).keys();
    return keys.map(({ url }) => new URL(url).pathname);
  }, name);

async function read(page: Page, path: string) {
  await page.goto(path);
  await expect.poll(async () => (await keptIn(page, "kept")).at(-1)).toBe(path);
}

const notice = (page: Page) => page.getByRole("main").getByText("网络不通");

/** Changes an article behind the newsroom's back and drops its page. */
async function change(portal: Portal, path: string, set: (sql: postgres.Sql, slug: string) => Promise<unknown>) {
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const slug = decodeURIComponent(path.slice("/articles/".length));
  await set(sql, slug);
  const [row] = await sql`select id from articles where slug = ${slug}`;
  await sql`insert into outbox (topic, payload) values ('test', ${sql.json({ tags: [`article:${row!.id}`] })})`;
  await sql.end();
}

test("what was read is read again without a network, says when it was kept, and leads to the rest", async ({
  page,
  context,
}) => {
  const [first, second, third] = await pathsOf(page);
  await read(page, first!);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await read(page, second!);
  await context.setOffline(true);
  await page.goto(`${first}?utm_source=x`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(notice(page)).toHaveText(/^网络不通，正在显示 \d\d:\d\d 保存的版本。/);
  // Its sheet and its pictures came along.
  expect(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).fontWeight)).toBe("700");
  for (const picture of await page.locator(".prose img").all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  }

  await page.goto(third!);
  await expect(notice(page)).toContainText("这一页没有存在这台设备上");
  const kept = page.getByRole("region", { name: "最近读过" }).getByRole("link");
  await expect(kept).toHaveCount(2);
  await expect(kept.nth(1)).toHaveText(title);
  await kept.nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("online a page is never the kept one, and what was withdrawn is forgotten", async ({
  page,
  context,
  portal,
  templates,
}) => {
  // Not one that other journeys read.
  const path = (await pathsOf(page)).slice(5).find((one) => !templates.some((template) => template.path === one))!;
  await read(page, path);
  await change(portal, path, (sql, slug) => sql`update articles set title = '换过的标题' where slug = ${slug}`);
  await expect
    .poll(async () => {
      await page.goto(path);
      return page.getByRole("heading", { level: 1 }).textContent();
    })
    .toBe("换过的标题");
  await expect(notice(page)).toHaveCount(0);

  await change(portal, path, async (sql, slug) => {
    await sql`update articles set status = 'withdrawn', withdrawn_reason = '数字有误' where slug = ${slug}`;
    await sql`delete from article_search where article_id = (select id from articles where slug = ${slug})`;
  });
  await expect.poll(async () => (await page.goto(path))?.status()).toBe(410);
  await expect.poll(() => keptIn(page, "kept")).not.toContain(path);
  await context.setOffline(true);
  await page.goto(path);
  await expect(notice(page)).toContainText("这一页没有存在这台设备上");
  // Other journeys count it among what mentions a security.
  await change(portal, path, (sql, slug) => sql`update articles set status = 'published' where slug = ${slug}`);
});

test("twenty are kept and no more, with nothing that only the others showed", async ({ page }) => {
  const all = [...(await pathsOf(page)), ...(await pathsOf(page, "/category/dongancaijing"))];
  const paths = [...new Set(all)].slice(0, 22);
  expect(paths).toHaveLength(22);
  for (const path of paths) await read(page, path);
  await expect.poll(() => keptIn(page, "kept")).toEqual(paths.slice(2));
  await read(page, paths[5]!);
  expect(await keptIn(page, "kept")).toHaveLength(20);
  const shown = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name !== "parts");
    const pages = await Promise.all(names.map(async (name) => (await caches.open(name)).matchAll()));
    return [...new Set(pages.flat().flatMap((copy) => JSON.parse(copy.headers.get("x-parts")!) as string[]))];
  });
  const parts = await keptIn(page, "parts");
  expect(parts.toSorted()).toEqual([...new Set(shown.map((part) => part.split("?")[0]!))].toSorted());
});

test("what is to be read later is kept until it is taken off, from the page and from a list by key", async ({
  page,
  context,
}) => {
  const [first, second] = await pathsOf(page);
  await read(page, first!);
  const title = (await page.getByRole("heading", { level: 1 }).textContent())!;
  await page.getByRole("button", { name: "稍后读" }).first().click();
  await expect(page.getByRole("status").filter({ hasText: "已加入稍后读" })).toBeVisible();
  await expect.poll(() => keptIn(page, "later")).toEqual([first]);

  await page.goto("/");
  const link = page.locator(`main h3 a[href="${second}"]`).first();
  await keysAnswer(page);
  await link.focus();
  await page.keyboard.press("s");
  await expect.poll(() => keptIn(page, "later")).toEqual([first, second]);

  await context.setOffline(true);
  await page.goto("/later");
  const later = page.getByRole("region", { name: "稍后读" });
  await expect(later.getByRole("link")).toHaveCount(2);
  await later.getByRole("link").first().click();
  await expect(page).toHaveURL((url) => url.pathname === second);
  await expect(notice(page)).toContainText("保存的版本");
  await context.setOffline(false);
  await page.goto("/later");
  await later.getByRole("button", { name: `移出：${title}` }).click();
  await expect(later.getByRole("link")).toHaveCount(1);
  await expect.poll(() => keptIn(page, "later")).toEqual([second]);
});

test("the newsroom, searches and what programs ask for are left alone", async ({ page, context }) => {
  const [path] = await pathsOf(page);
  await read(page, path!);
  await context.setOffline(true);
  for (const address of ["/admin", "/search?q=a", "/sign-in", "/api/search/suggest?q=a"])
    await expect(page.goto(address), address).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page of kept articles says what it is for", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "稍后读与离线" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "稍后读与离线" })).toBeVisible();
    await expect(page.getByRole("region", { name: "最近读过" })).toContainText("读过的报道会自动存下来");
  });
});

test("a build without the worker takes it, and what it kept, out of the browser", async ({ page }) => {
  const worker = readFileSync("public/sw.js", "utf8");
  let isBuilt = true;
  const site = createServer((request, response) => {
    const isWorker = request.url === "/sw.js";
    response.setHeader("Content-Type", isWorker ? "text/javascript" : "text/html");
    response.setHeader("Cache-Control", "no-cache");
    response.end(isWorker ? (isBuilt ? worker : FAREWELL_WORKER) : "<!doctype html><main><h1>x</h1></main>");
  });
  await new Promise<void>((done) => site.listen(0, "localhost", done));
  const { port } = site.address() as AddressInfo;
  try {
    await page.goto(`http://localhost:${port}/articles/a`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register("/sw.js");
      const { active } = await navigator.serviceWorker.ready;
      active!.postMessage({ read: "/articles/a" });
    });
    await expect.poll(() => keptIn(page, "kept")).toEqual(["/articles/a"]);
    isBuilt = false;
    await page.reload();
    const left = () =>
      page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]);
    await expect.poll(left).toEqual([0, 0]);
  } finally {
    site.close().closeAllConnections();
  }
});
