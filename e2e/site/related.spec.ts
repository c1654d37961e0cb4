import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import postgres from "postgres";
import { faults } from "../admin/axe";
import { type Portal, portalWith } from "../fixtures";

/** A flash without securities and tags, an earlier story of the same matter, and one that stands alone. */
const FLASH = "青岚港冷藏箱区新增800个带电箱位 本月底启用";
const STORY = "青岚港的空箱又堆高了一层，船公司却在加订冷藏箱";
const ALONE = "黄金短线回落九美元，金店的克价还没来得及换牌";

/** The demo as it is delivered: other journeys give its stories a tag. */
const test = base.extend<object, { portal: Portal }>({
  portal: portalWith({ WORKER: "off" }),
  baseURL: async ({ portal }, use) => use(portal.url),
});

/** Where a story of the demo stands. */
async function pathOf({ dataDir }: Portal, title: string) {
  const sql = postgres(readFileSync(join(dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const [row] = await sql`select slug from articles where title = ${title}`;
  await sql.end();
  return `/articles/${encodeURIComponent(row!.slug)}`;
}

test("a flash without securities and tags leads to an earlier story that speaks of the same, without JavaScript", async ({
  browser,
  portal,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: portal.url });
  await page.goto(await pathOf(portal, FLASH));
  const related = page.getByRole("region", { name: "相关报道" });
  await expect(related.getByRole("link")).toHaveText([STORY]);
  await related.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(STORY);
  // The flash came later, and what is there does not change when news arrives.
  await expect(page.getByRole("link", { name: FLASH })).toHaveCount(0);
  await page.close();
});

test("a story that nothing else speaks of has no related ones rather than any", async ({ page, portal }) => {
  await page.goto(await pathOf(portal, ALONE));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(ALONE);
  await expect(page.getByRole("region", { name: "相关报道" })).toHaveCount(0);
});

test("axe finds nothing on a page with related stories", async ({ page, portal }) => {
  await page.goto(await pathOf(portal, FLASH));
  await expect(page.getByRole("region", { name: "相关报道" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
