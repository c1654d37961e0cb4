import type { Page } from "@playwright/test";
import { BANK, expect, test } from "./pages";

test.use({ javaScriptEnabled: false });

const tab = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "提及方式" }).getByRole("link", { name });
const hrefs = (page: Page) =>
  page
    .locator("main .rows h3 a, main .flashes .flash-text a")
    .evaluateAll((links) => links.map((a) => a.getAttribute("href")!));
/** A withdrawn story is among those that mention the bank. */
const STORIES = BANK.stories - 1;
const DIRECT = STORIES + BANK.flashes;

/** Every article of a list, from the newest to the first. */
async function readOn(page: Page): Promise<string[]> {
  const all = await hrefs(page);
  const older = page.getByRole("navigation", { name: "翻页" }).getByRole("link", { name: /更早的/ });
  while ((await older.count()) > 0) {
    const last = all.at(-1);
    await older.click();
    await expect(async () => {
      // The end of the document has come, so the list before it is whole.
      await expect(page.getByRole("contentinfo")).toBeVisible();
      const read = await hrefs(page);
      expect(read.length).toBeGreaterThan(0);
      expect(read).not.toContain(last);
      all.push(...read);
    }).toPass();
  }
  return all;
}

test("every story that mentions a security is found, page after page, to the first", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "stock with many stories")!.path);
  await expect(tab(page, "直接提及")).toHaveAttribute("aria-current", "page");
  await expect(tab(page, "直接提及")).toContainText(String(DIRECT));
  const all = await readOn(page);
  expect(all).toHaveLength(DIRECT);
  expect(new Set(all).size).toBe(DIRECT);
  await expect(page).toHaveURL(/\/stock\/SH601398\/before\//);
  await expect(tab(page, "直接提及")).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "回到最新" }).click();
  await expect(page).toHaveURL(/\/stock\/SH601398$/);
});

test("mentions of the sector and flashes are lists of their own, with their own pages", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "stock with many stories")!.path);
  await tab(page, /板块提及 22/).click();
  await expect(page).toHaveURL(/\/stock\/SH601398\/sector$/);
  expect(await readOn(page)).toHaveLength(BANK.ofSector);
  await expect(page).toHaveURL(/\/stock\/SH601398\/sector\/before\//);
  await tab(page, "只看快讯").click();
  expect(await readOn(page)).toHaveLength(BANK.flashes);
  await expect(page).toHaveURL(/\/stock\/SH601398\/flashes\/before\//);
});

test("a sector lists all that mention it", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "sector")!.path);
  await expect(page.getByRole("navigation", { name: "提及方式" }).getByRole("link")).toHaveCount(2);
  expect(await readOn(page)).toHaveLength(BANK.ofSector);
});

test("the chart of weeks says what its table says", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "stock with many stories")!.path);
  const chart = page.getByRole("img", { name: /^近 26 周每周提及的篇数：本周直接提及 \d+ 篇、板块提及 \d+ 篇/ });
  await expect(chart).toBeVisible();
  const table = page.getByRole("table").filter({ hasText: "板块提及" });
  await expect(table).toBeHidden();
  await page.getByText("以表格查看").click();
  await expect(table).toBeVisible();
  const rows = await table
    .locator("tbody tr")
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent))));
  expect(rows).toHaveLength(26);
  const sum = (column: number) => rows.reduce((total, row) => total + row[column]!, 0);
  expect([sum(0), sum(1)]).toEqual([DIRECT, BANK.ofSector]);
  const bars = rows.flat().filter((count) => count > 0).length;
  await expect(chart.locator("rect")).toHaveCount(bars);
  expect(await chart.getAttribute("aria-labelledby")).toBeTruthy();
  await expect(chart.getByText("本周", { exact: true })).toBeVisible();
});

test("both listings of a company lead to each other, a stock to its sector, its outlets and its companions", async ({
  page,
  templates,
}) => {
  await page.goto(templates.find(({ name }) => name === "stock with many stories")!.path);
  await page.getByRole("main").getByRole("link", { name: "港股 HK01398", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("HK01398");
  await page.getByRole("main").getByRole("link", { name: "A 股 SH601398", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SH601398");
  const outlets = page.getByRole("region", { name: "谁在写它" });
  expect(await outlets.getByRole("link").count()).toBeGreaterThan(1);
  await expect(page.getByRole("region", { name: "常一同出现" }).getByRole("link").first()).toHaveAttribute(
    "href",
    /^\/stock\//,
  );
  await page.getByRole("main").getByRole("link", { name: "银行 BK0475" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BK0475");
  await expect(page.getByText("板块", { exact: true })).toBeVisible();
});

test("a page names its feeds, which are valid, lead to the stories and say who wrote them", async ({
  page,
  portal,
  templates,
}) => {
  const { path } = templates.find(({ name }) => name === "stock with many stories")!;
  await page.goto(path);
  const newest = (await hrefs(page)).map((href) => portal.url + href);
  const feedOf = async (type: string) => {
    const href = await page.locator(`link[rel="alternate"][type="${type}"]`).getAttribute("href");
    const response = await page.request.get(href!);
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
    return response.text();
  };
  const rss = await feedOf("application/rss+xml");
  const items = await page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "application/xml");
    if (xml.querySelector("parsererror")) throw new Error("not well-formed");
    return [...xml.querySelectorAll("item")].map((item) => ({
      link: item.querySelector("link")!.textContent,
      creator: item.getElementsByTagName("dc:creator")[0]!.textContent,
      dated: !Number.isNaN(Date.parse(item.querySelector("pubDate")!.textContent!)),
    }));
  }, rss);
  expect(items.slice(0, newest.length).map(({ link }) => link)).toEqual(newest);
  expect(items.every(({ creator, dated }) => creator && dated)).toBe(true);
  const json = JSON.parse(await feedOf("application/feed+json"));
  expect(json.version).toBe("https://jsonfeed.org/version/1.1");
  expect(json.items.map(({ url }: { url: string }) => url)).toEqual(items.map(({ link }) => link));
  await expect(page.getByRole("link", { name: "订阅", exact: true })).toHaveAttribute("href", `${path}/feed.xml`);
});

test("an unknown symbol is 404 at the first request, another spelling one redirect", async ({ request }) => {
  const answer = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 });
    return [response.status(), response.headers().location];
  };
  for (const path of [
    "/stock/SH999999",
    "/stock/SH601398/news",
    "/stock/SH601398/before/x",
    "/stock/SH999999/feed.xml",
  ])
    expect((await answer(path))[0], path).toBe(404);
  expect(await answer("/stock/sh601398")).toEqual([308, "/stock/SH601398"]);
  expect(await answer("/stock/sh601398/flashes")).toEqual([308, "/stock/SH601398/flashes"]);
  expect(await answer("/stock/sh601398/feed.json")).toEqual([308, "/stock/SH601398/feed.json"]);
  expect(await answer("/stock/BK0475/sector")).toEqual([308, "/stock/BK0475"]);
  expect(await answer("/stock/a-z/G")).toEqual([308, "/stock/a-z/g"]);
  expect((await answer("/stock/a-z/gg"))[0]).toBe(404);
});

test("one finds a security from the sections: by a form, by what is mentioned most, by letter", async ({
  page,
  templates,
}) => {
  expect(templates.length).toBeGreaterThan(0);
  await page.goto("/");
  await page.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "个股" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "个股新闻" })).toBeVisible();
  const form = page.getByRole("search", { name: "查找个股" }).locator("form");
  await expect(form).toHaveAttribute("action", "/search");
  await expect(form.getByRole("searchbox", { name: "名称、拼音或代码" })).toHaveAttribute("name", "q");
  const board = page.getByRole("region", { name: /提及最多/ }).last();
  await expect(board.getByRole("row").nth(1)).toContainText("工商银行");
  const letters = page.getByRole("navigation", { name: "按拼音首字母" });
  await letters.getByRole("link", { name: "G", exact: true }).click();
  await expect(letters.getByRole("link", { name: "G", exact: true })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "工商银行 SH601398" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("工商银行");
});

test("a stock without a story says so and leads on", async ({ page, templates }) => {
  await page.goto(templates.find(({ name }) => name === "stock without a story")!.path);
  await page.getByRole("main").getByRole("link", { name: "它所属板块的报道" }).click();
  await expect(page).toHaveURL(/\/stock\/SH600000\/sector$/);
  expect(await hrefs(page)).toHaveLength(20);
  await page.goto("/stock/SH688981");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("SH688981");
});
