import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { faults } from "../admin/axe";
import { type Portal, portalWith } from "../fixtures";
import { MostRead } from "../pages/most-read";
import { keysAnswer } from "./pages";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

type Story = { id: string; slug: string; title: string; outlet: string };

/** A portal that nobody has read yet: the journeys below are one story, told in order. */
const test = base.extend<{ mostRead: MostRead }, { unread: Portal; sql: Sql; stories: Story[] }>({
  unread: portalWith({ WORKER: "off" }),
  sql: [
    async ({ unread }, use) => {
      const sql = postgres(readFileSync(join(unread.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
      await use(sql);
      await sql.end({ timeout: 1 });
    },
    { scope: "worker" },
  ],
  stories: [
    async ({ sql }, use) => {
      const rows = await sql<Story[]>`
        select a.id, a.slug, a.title, c.name outlet from articles a join categories c on c.id = a.category_id
        where a.kind = 'story' and a.status = 'published' and a.id not in (select article_id from cluster_members)
        order by a.publish_at desc offset 20 limit 14`;
      await use([...rows]);
    },
    { scope: "worker" },
  ],
  baseURL: async ({ unread }, use) => use(unread.url),
  mostRead: async ({ page }, use) => use(new MostRead(page)),
});
test.describe.configure({ mode: "serial" });

/** Somebody opens a story so often. */
async function read({ url }: Portal, { slug }: Story, times: number) {
  for (let n = 0; n < times; n++)
    await fetch(`${url}/articles/${encodeURIComponent(slug)}`, { headers: { "User-Agent": BROWSER } });
}

const views = async (sql: Sql) => (await sql`select coalesce(sum(views), 0)::int n from article_view_hours`)[0]!.n;

/** A worker in a process of its own, as on servers, until something is so. */
async function withWorker({ dataDir }: Portal, until: () => Promise<void>) {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" };
  const child = spawn(process.execPath, [".build/main.js", "worker"], { env, stdio: "ignore" });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    await until();
  } finally {
    child.kill("SIGINT");
    await ended;
  }
}

test("where nobody has read yet, the home page has no list, and its page says why and where to go", async ({
  mostRead,
  page,
}) => {
  await mostRead.open("/");
  await expect(mostRead.box).toHaveCount(0);
  await page.getByRole("contentinfo").getByRole("link", { name: "读得最多" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "读得最多" })).toBeVisible();
  await expect(mostRead.page).toContainText("最近 24 小时还没有人打开过报道");
  await mostRead.page.getByRole("link", { name: "7 天", exact: true }).first().click();
  await expect(page).toHaveURL(/\/most-read\/7d$/);
  await expect(mostRead.page).toContainText("最近 7 天还没有人打开过报道");
  await expect(mostRead.page.getByRole("link", { name: "首页" })).toBeVisible();
  expect((await page.request.get("/most-read/30d")).status()).toBe(404);
});

test("what readers open stands on the home page, most read first, and in full on a page of its own", async ({
  mostRead,
  page,
  sql,
  stories,
  unread,
}) => {
  test.setTimeout(120_000);
  const [a, b, c, ...old] = stories as [Story, Story, Story, ...Story[]];
  await read(unread, b, 3);
  await read(unread, a, 2);
  await read(unread, c, 1);
  await expect.poll(() => views(sql), { timeout: 20_000 }).toBe(6);
  // Nobody can wait for days: what was read then is put there.
  for (const [n, { id }] of old.entries())
    await sql`insert into article_view_hours (hour, article_id, views)
      values (date_trunc('hour', now()) - interval '3 days', ${id}, ${100 - n})`;
  await withWorker(unread, () =>
    expect(async () => {
      await mostRead.open("/");
      await expect(mostRead.list("24 小时")).toHaveText([b.title, a.title, c.title], { timeout: 500 });
    }).toPass({ timeout: 60_000 }),
  );

  await expect(mostRead.span("24 小时")).toBeChecked();
  await expect(mostRead.list("7 天")).toHaveCount(0);
  const height = async () => (await mostRead.box.boundingBox())?.height;
  const before = await height();
  await mostRead.span("24 小时").press("ArrowRight");
  await expect(mostRead.span("7 天")).toBeFocused();
  await expect(mostRead.list("7 天").first()).toHaveText(old[0]!.title);
  await expect(mostRead.list("24 小时")).toHaveCount(0);
  expect(await height()).toBe(before);

  await mostRead.whole().click();
  await expect(page).toHaveURL(/\/most-read\/7d$/);
  await expect(mostRead.rows()).toHaveCount(10);
  await expect(mostRead.rows().first()).toContainText(old[0]!.title);
  await expect(mostRead.rows().first()).toContainText(old[0]!.outlet);
  await expect(mostRead.rows().first().locator("time")).toHaveText(/^\d{4}年\d+月\d+日 \d\d:\d\d$/);
  await page.getByRole("navigation", { name: "多久以来" }).getByRole("link", { name: "24 小时" }).click();
  await expect(mostRead.rows().getByRole("heading")).toHaveText([b.title, a.title, c.title]);
});

test("without JavaScript the two lists are there as well", async ({ browser, unread, stories }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: unread.url });
  const mostRead = new MostRead(page);
  await mostRead.open("/");
  await expect(mostRead.list("24 小时").first()).toHaveText(stories[1]!.title);
  await mostRead.span("7 天").check();
  await expect(mostRead.list("7 天").first()).toHaveText(stories[3]!.title);
  await mostRead.whole().click();
  await expect(mostRead.rows()).toHaveCount(10);
  await page.close();
});

test("the key for the next headline passes over the list that is not seen", async ({ mostRead, page }) => {
  await mostRead.open("/");
  await keysAnswer(page);
  await mostRead.list("24 小时").last().focus();
  await page.keyboard.press("j");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^\/articles\//);
  await expect(page.locator(".of-week :focus")).toHaveCount(0);
  await expect(mostRead.list("24 小时").last()).not.toBeFocused();
});

test("axe finds nothing, nothing runs over and the columns of the home page end at the same height", async ({
  page,
  mostRead,
}) => {
  test.setTimeout(120_000);
  for (const path of ["/", "/most-read", "/most-read/7d"] as const) {
    await mostRead.open(path);
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faults(page), `${path} at ${width}`).toEqual([]);
    }
  }
  for (const path of ["/", "/most-read", "/most-read/7d"] as const) {
    await mostRead.open(path);
    for (const width of [320, 390, 640, 768, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await mostRead.open("/");
  for (const width of [800, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const gaps = await page.evaluate(() => {
      const last = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((piece) => piece.getClientRects().length > 0).at(-1)!;
      // The text's end, not the box's: a box is stretched.
      const bottom = (selector: string) => last(selector).lastElementChild!.getBoundingClientRect().bottom;
      const end = document.querySelector(".front")!.getBoundingClientRect().bottom;
      return { wire: end - bottom(".wire .flash"), rail: end - bottom(".front > .rail :is(li, tr)") };
    });
    expect(Math.max(gaps.wire, gaps.rail), `${width}: ${JSON.stringify(gaps)}`).toBeLessThan(90);
  }
});

test("a story that leaves is off the list at once, without a worker", async ({ mostRead, sql, stories }) => {
  const [a, b, c] = stories as [Story, Story, Story];
  await mostRead.open("/");
  await expect(mostRead.list("24 小时").first()).toHaveText(b.title);
  // What a command writes that withdraws it.
  await sql.begin(async (tx) => {
    await tx`update articles set status = 'withdrawn', withdrawn_reason = '来源无法核实' where id = ${b.id}`;
    await tx`insert into outbox (topic, payload) values ('article.withdrawn', ${tx.json({ tags: [`article:${b.id}`] })})`;
  });
  await expect(async () => {
    await mostRead.open("/");
    await expect(mostRead.list("24 小时")).toHaveText([a.title, c.title], { timeout: 500 });
  }).toPass();
  await mostRead.open("/most-read");
  await expect(mostRead.rows().getByRole("heading")).toHaveText([a.title, c.title]);
});
