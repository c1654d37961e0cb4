import type { Page } from "@playwright/test";
import { layLine } from "../pages/cut-line";
import { FlashDeskPage } from "../pages/flash-desk";
import { LivePage, placeOf, readAt } from "../pages/live";
import { TakedownPage } from "../pages/reporting";
import { faults } from "./axe";
import { test as base, databaseOf, expect } from "./newsroom";

/** A word that no other flash has. */
const unique = (text: string) => `${text}${Date.now().toString(36).slice(-5)}`;

const test = base.extend<{ desk: FlashDeskPage; visit: (origin?: string) => Promise<LivePage> }>({
  desk: async ({ at }, use) => {
    const desk = new FlashDeskPage(await at("colleague"));
    await desk.open();
    if ((await desk.outlet.inputValue()) === "") await desk.outlet.selectOption({ label: "东岸财经" });
    await desk.field.fill("");
    await use(desk);
  },
  /** A reader with a browser of their own. */
  visit: async ({ browser, portal }, use) => {
    const pages: Page[] = [];
    await use(async (origin = portal.url) => {
      const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 700 } });
      const page = await context.newPage();
      pages.push(page);
      return new LivePage(page);
    });
    for (const page of pages) await page.context().close();
  },
});

/** Sends a flash and waits until the desk has it. */
async function send(desk: FlashDeskPage, title: string, { text = "", level = 1 } = {}) {
  await desk.field.fill("");
  await desk.keys(`Alt+${level}`);
  await desk.send(`${title}。${text}`);
  await expect(desk.row(title)).toBeVisible();
}

async function takeBack(desk: FlashDeskPage, title: string) {
  await desk.row(title).getByRole("button", { name: "撤回", exact: true }).click();
  await expect(desk.row(title)).toContainText("已撤回");
}

async function change(desk: FlashDeskPage, title: string, text: string, level: number) {
  await desk.row(title).getByRole("button", { name: /^修改/ }).click();
  await desk.edit(title).fill(text);
  await desk.keys(`Alt+${level}`, "Enter");
  await expect(desk.edit(title)).toHaveCount(0);
}

const AT_ONCE = { timeout: 500 };
/** Lets the page's time pass, by quarters of a minute, until something holds. */
const afterTime = (live: LivePage, holds: () => Promise<void>) =>
  expect(async () => {
    await live.page.clock.runFor(15_000);
    await holds();
  }).toPass({ timeout: 20_000 });

test("a flash reaches every open page, waits behind a button, and moves nothing", async ({ desk, visit }) => {
  const all = await (await visit()).open("/live");
  const important = await (await visit()).open("/live/important");
  const home = await (await visit()).open("/");
  const read = all.rows.nth(8);
  await readAt(read);
  const place = await placeOf(read);
  expect(place.scrolled).toBeGreaterThan(200);

  const plain = unique("两市成交额破万亿");
  await send(desk, plain, { text: "较昨日放量。" });
  await expect(all.fresh).toHaveText("1 条新快讯");
  await expect(all.page).toHaveTitle(/^\(1\) 7×24 快讯/);
  await expect(home.fresh).toHaveText("1 条新快讯");
  const heavy = unique("央行续做八千亿元");
  await send(desk, heavy, { text: "期限一年。", level: 3 });
  for (const page of [all, home]) await expect(page.fresh).toHaveText("2 条新快讯");
  await expect(important.fresh).toHaveText("1 条新快讯");
  expect(await placeOf(read)).toEqual(place);
  await expect(all.row(plain)).toHaveCount(0);

  await all.fresh.focus();
  await all.page.keyboard.press("Enter");
  await expect(all.rows.first()).toContainText(`特别重要${heavy}`);
  await expect(all.rows.first()).toBeFocused();
  await expect(all.rows.first()).toBeInViewport();
  await expect(all.rows.nth(1)).toContainText(`${plain} 较昨日放量。`);
  await expect(all.fresh).toHaveCount(0);
  await expect(all.page).toHaveTitle(/^7×24 快讯/);
  await expect(all.row(plain)).toHaveCount(1);
  await expect(all.row(heavy).getByRole("link", { name: "东岸财经" })).toHaveAttribute(
    "href",
    "/category/dongancaijing",
  );

  await important.fresh.click();
  await expect(important.rows.first()).toContainText(heavy);
  const before = await home.rows.count();
  await home.fresh.click();
  await expect(home.rows.first()).toContainText(`特别重要${heavy}`);
  await expect(home.rows).toHaveCount(before);

  await test.step("what the island made is what the server makes", async () => {
    const day = all.list.getByRole("heading", { level: 2 }).first();
    const made = [await day.innerHTML(), await all.rows.first().innerHTML()];
    await all.page.reload();
    await expect(all.rows.first()).toContainText(heavy);
    expect([await day.innerHTML(), await all.rows.first().innerHTML()]).toEqual(made);
  });
});

test("a change of level and a withdrawal happen in place, above what is read too", async ({ desk, visit }) => {
  const [raised, taken] = [unique("先是普通的一条"), unique("后来撤回的一条")];
  await send(desk, raised);
  await send(desk, taken, { level: 2 });
  const all = await (await visit()).open("/live");
  const important = await (await visit()).open("/live/important");
  await expect(all.row(raised)).not.toContainText("重要");
  await expect(important.row(taken)).toHaveCount(1);
  const read = all.rows.nth(8);
  await readAt(read);
  const { row } = await placeOf(read);

  await change(desk, raised, `${raised}。现在多了很长的一段话，${"把这一行撑得更高，".repeat(12)}完。`, 3);
  await expect(all.row(raised)).toContainText(`特别重要${raised}`);
  await expect(important.fresh).toHaveText("1 条新快讯");
  await expect(all.fresh).toHaveCount(0);
  expect(Math.abs((await placeOf(read)).row - row)).toBeLessThan(1);

  const id = await all.row(taken).getAttribute("data-id");
  await takeBack(desk, taken);
  const gone = all.page.locator(`[data-id="${id}"]`);
  await expect(gone).toHaveText(/^\d\d:\d\d已撤回这条快讯已于 \d\d:\d\d 撤回，原因：快讯撤销。 查看记录$/);
  await expect(all.row(taken)).toHaveCount(0);
  await expect(important.row(taken)).toHaveCount(0);
  expect(Math.abs((await placeOf(read)).row - row)).toBeLessThan(1);
  await test.step("and is still there, in its place, for who comes later", async () => {
    const text = await all.rows.nth(0).textContent();
    await all.page.reload();
    await expect(all.rows.nth(0)).toHaveText(text ?? "");
    await gone.getByRole("link", { name: "查看记录" }).click();
    await expect(all.page.getByRole("heading", { level: 1, name: "这篇报道已撤回" })).toBeVisible();
  });
});

test("a cut line loses and doubles nothing", async ({ desk, visit, portal }) => {
  const line = await layLine(portal.url);
  try {
    const live = await (await visit(line.url)).open("/live");
    const titles = ["断线之前", "断线之中其一", "断线之中其二", "接通之后"].map(unique);
    await send(desk, titles[0]!);
    await expect(live.fresh).toHaveText("1 条新快讯");
    line.cut();
    await send(desk, titles[1]!);
    await send(desk, titles[2]!);
    await takeBack(desk, titles[2]!);
    line.mend();
    await expect(live.fresh).toHaveText("2 条新快讯", { timeout: 30_000 });
    await send(desk, titles[3]!);
    await expect(live.fresh).toHaveText("3 条新快讯");
    await live.fresh.click();
    const shown = [titles[3]!, titles[1]!, titles[0]!];
    for (const [place, title] of shown.entries()) {
      await expect(live.rows.nth(place)).toContainText(title);
      await expect(live.row(title)).toHaveCount(1);
    }
    await expect(live.row(titles[2]!)).toHaveCount(0);
  } finally {
    await line.close();
  }
});

test("a line that goes dead without a word is noticed", async ({ desk, visit, portal }) => {
  const line = await layLine(portal.url);
  try {
    const live = await visit(line.url);
    await live.page.clock.install();
    await live.open("/live");
    const [before, after] = [unique("线还通时"), unique("线不通了")];
    await send(desk, before);
    await expect(live.fresh).toHaveText("1 条新快讯");
    line.goDead();
    await send(desk, after);
    await afterTime(live, async () => expect(live.fresh).toHaveText("2 条新快讯", AT_ONCE));
    await live.fresh.click();
    for (const title of [before, after]) await expect(live.row(title)).toHaveCount(1);
  } finally {
    await line.close();
  }
});

test("where the stream is refused, the page asks again and again", async ({ desk, visit }) => {
  const live = await visit();
  await live.page.clock.install();
  const etags: (string | null)[] = [];
  await live.page.route("**/api/live?*", (route) => route.fulfill({ status: 503 }));
  live.page.on("response", async (response) => {
    if (response.url().includes("/api/live/news")) etags.push(await response.headerValue("etag"));
  });
  await live.open("/live");
  await expect.poll(() => etags.length).toBe(1);
  const title = unique("没有长连接也到");
  await send(desk, title);
  await afterTime(live, async () => expect(live.fresh).toHaveText("1 条新快讯", AT_ONCE));
  await expect.poll(() => new Set(etags).size).toBe(2);
});

test("a page in the background holds no connection, and its title still counts", async ({ desk, visit }) => {
  const live = await visit();
  await live.page.clock.install();
  const turn = (hidden: boolean) =>
    live.page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  const streams: string[] = [];
  live.page.on("request", (request) => {
    if (request.url().includes("/api/live?")) streams.push("open");
  });
  live.page.on("requestfailed", (request) => {
    if (request.url().includes("/api/live?")) streams.push("closed");
  });
  await live.open("/live");
  await expect.poll(() => streams).toEqual(["open"]);
  await turn(true);
  await afterTime(live, async () => expect(streams).toEqual(["open", "closed"]));
  const title = unique("没人看的时候");
  await send(desk, title);
  await afterTime(live, async () => expect(live.page).toHaveTitle(/^\(1\) 7×24 快讯/, AT_ONCE));
  expect(streams).toEqual(["open", "closed"]);
  await turn(false);
  await expect.poll(() => streams).toEqual(["open", "closed", "open"]);
  await live.fresh.click();
  await expect(live.row(title)).toHaveCount(1);
});

test("a takedown takes a flash off an open page", async ({ at, desk, visit, portal }) => {
  const title = unique("要永久删除的一条");
  await send(desk, title, { text: "连文字一起。" });
  const live = await (await visit()).open("/live");
  const home = await (await visit()).open("/");
  await expect(live.row(title)).toHaveCount(1);
  const sql = databaseOf(portal);
  const [row] = await sql`select id from articles where title = ${title}`;
  await sql.end();
  const takedown = new TakedownPage(await at("admin"));
  await takedown.open(row!.id);
  await takedown.fill({ requester: "某市中级人民法院", reason: "侵害名誉权", basis: "（2026）某民终 1 号" });
  await takedown.type("永久删除");
  await takedown.confirm.click();
  await expect(takedown.record).toBeVisible();
  for (const page of [live, home]) {
    await expect(page.row(/已删除这条快讯已于 \d\d:\d\d 按要求删除。/).first()).toBeVisible();
    await expect(page.page.getByText(title)).toHaveCount(0);
  }
});

test("the sound is off until it is turned on, is remembered, and is for what is important", async ({ desk, visit }) => {
  const live = await visit();
  await live.page.addInitScript(() => {
    const counted = window as unknown as { tones: number };
    counted.tones = 0;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...args) {
      counted.tones++;
      start.apply(this, args);
    };
  });
  const tones = () => live.page.evaluate(() => (window as unknown as { tones: number }).tones);
  await live.open("/live");
  await expect(live.sound).toHaveText("提示音：关");
  await send(desk, unique("关着时重要的"), { level: 2 });
  await expect(live.fresh).toHaveText("1 条新快讯");
  expect(await tones()).toBe(0);
  await live.sound.click();
  await expect(live.sound).toHaveAttribute("aria-pressed", "true");
  await live.page.reload();
  await expect(live.sound).toHaveText("提示音：开");
  await send(desk, unique("开着时普通的"));
  await expect(live.fresh).toHaveText("1 条新快讯");
  expect(await tones()).toBe(0);
  await send(desk, unique("开着时重要的"), { level: 2 });
  await expect(live.fresh).toHaveText("2 条新快讯");
  expect(await tones()).toBe(2);
});

test("without a script a plain list: days, levels in words, only what is important by its address, older pages", async ({
  desk,
  reader,
}) => {
  const [plain, heavy] = [unique("普通的一条"), unique("特别重要的一条")];
  await send(desk, plain);
  await send(desk, heavy, { level: 3 });
  const live = new LivePage(await reader.open("/live"));
  await expect(live.rows.first()).toContainText(`特别重要${heavy}`);
  await expect(live.rows.nth(1)).toContainText(plain);
  await expect(live.page.getByRole("heading", { level: 2, name: /^\d{4}年\d+月\d+日\s*星期.$/ }).first()).toBeVisible();
  await expect(live.fresh).toHaveCount(0);
  await expect(live.sound).toHaveCount(0);
  await live.level("只看重要").click();
  await expect(live.page).toHaveURL(/\/live\/important$/);
  await expect(live.level("只看重要")).toHaveAttribute("aria-current", "page");
  await expect(live.row(heavy)).toHaveCount(1);
  await expect(live.row(plain)).toHaveCount(0);
  for (const row of await live.rows.all()) await expect(row).toContainText(/重要|已撤回/);
  await live.level("全部").click();
  await live.page.getByRole("link", { name: "更早的快讯" }).click();
  await expect(live.page).toHaveURL(/\/live\/before\//);
  await live.page.getByRole("link", { name: "回到最新" }).click();
  await expect(live.page).toHaveURL(/\/live$/);
});

test("the scripts of a live page are small", async ({ request }) => {
  for (const path of ["/live", "/"]) {
    const html = await (await request.get(path)).text();
    let bytes = 0;
    for (const [, script] of html.matchAll(/<script type="text\/island" data-src="([^"]+)"/g)) {
      const response = await request.get(script!, { headers: { "accept-encoding": "br" } });
      bytes += Number(response.headers()["content-length"]);
    }
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThan(10_000);
  }
});

test("axe finds nothing on pages with flashes that wait and arrived; they fit a phone", async ({ desk, visit }) => {
  test.setTimeout(120_000);
  const title = unique("无障碍的一条");
  const pages: LivePage[] = [];
  for (const path of ["/live", "/live/important", "/"]) {
    for (const width of [1440, 320]) {
      const live = await visit();
      await live.page.emulateMedia({ reducedMotion: "reduce" });
      await live.page.setViewportSize({ width, height: 800 });
      pages.push(await live.open(path));
    }
  }
  await send(desk, title, { level: 3, text: "一段话。" });
  for (const { page, fresh, rows } of pages) {
    const width = page.viewportSize()!.width;
    await expect(fresh).toBeVisible();
    expect([page.url(), width, await faults(page)]).toEqual([page.url(), width, []]);
    await fresh.click();
    await expect(rows.first()).toContainText(title);
    expect([page.url(), width, await faults(page)]).toEqual([page.url(), width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
