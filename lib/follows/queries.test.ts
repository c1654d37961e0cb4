import { PgDialect } from "drizzle-orm/pg-core";
import { beforeAll, expect, test } from "vitest";
import type { Position } from "@/lib/cursor";
import { type articles, categoryAliases, mentions, securities } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity } from "@/lib/testing/factories";
import { planByIndex } from "@/lib/testing/plan";
import { listFollowed, newestFollowed, resolveFollows } from "./queries";

const database = testDb();
const BANK = "SH600036";
const OTHER = "SZ000001";
const SECTOR = "BK0475";
const minutesAgo = (minutes: number) => new Date(Date.parse("2026-11-25T04:00:00Z") - minutes * 60_000);
let jia: string;
let yi: string;

type Set = Partial<typeof articles.$inferInsert>;
async function publish(slug: string, minutes: number, named: Record<string, "direct" | "sector"> = {}, more: Set = {}) {
  const publishAt = minutesAgo(minutes);
  const row = await makeArticle(database.db, { slug, status: "published", publishAt, categoryId: yi, ...more });
  const listedAt = row.status === "published" ? publishAt : null;
  for (const [symbol, relation] of Object.entries(named))
    await database.db.insert(mentions).values({ articleId: row.id, symbol, relation, origin: "markup", listedAt });
  return row;
}

const slugsOf = async (symbols: string[], slugs: string[], page = {}) => {
  const sources = await resolveFollows(database.db, symbols, slugs);
  return (await listFollowed(database.db, sources, page)).items.map(({ slug }) => slug);
};

beforeAll(async () => {
  const { db } = database;
  jia = (await makeCategory(db, { slug: "jia", name: "甲报" })).id;
  yi = (await makeCategory(db, { slug: "yi", name: "乙报" })).id;
  await makeCategory(db, { slug: "bing", name: "丙报", mergedIntoId: jia });
  await db.insert(categoryAliases).values({ alias: "jia-jiu", categoryId: jia, origin: "slug" });
  await makeSecurity(db, BANK, "招商银行");
  await makeSecurity(db, OTHER, "平安银行");
  await db.insert(securities).values({ symbol: SECTOR, kind: "sector", name: "银行" });
  await publish("both", 10, { [BANK]: "direct", [OTHER]: "direct" }, { categoryId: jia });
  await publish("flash", 20, { [BANK]: "direct" }, { kind: "flash" });
  await publish("sector", 30, { [SECTOR]: "sector", [BANK]: "sector" });
  await publish("outlet", 40, {}, { categoryId: jia });
  await publish("other", 50, { [OTHER]: "direct" });
  await publish("unrelated", 5);
  await publish("withdrawn", 6, { [BANK]: "direct" }, { status: "withdrawn", categoryId: jia });
  await publish("later", -10 * 365 * 24 * 60, { [BANK]: "direct" }, { status: "scheduled", categoryId: jia });
});

test("stories and flashes of securities and outlets stand together, newest first, each once and only public ones", async () => {
  expect(await slugsOf([BANK, OTHER], ["jia"])).toEqual(["both", "flash", "outlet", "other"]);
});

test("of a security direct mentions count, of a sector all", async () => {
  expect(await slugsOf([BANK], [])).toEqual(["both", "flash"]);
  expect(await slugsOf([SECTOR], [])).toEqual(["sector"]);
});

test("an outlet is found by a former address and by one that was merged into it, what never was is left out", async () => {
  for (const slug of ["jia-jiu", "bing"]) expect(await slugsOf([], [slug])).toEqual(["both", "outlet"]);
  expect(await slugsOf(["SH999999"], ["nirgendwo"])).toEqual([]);
  expect(await slugsOf([], [])).toEqual([]);
});

test("pages by position reach every line once, also at one instant", async () => {
  for (let n = 0; n < 9; n++)
    await publish(`pair-${n}`, 60 + Math.floor(n / 3), { [BANK]: "direct" }, { categoryId: jia });
  const sources = await resolveFollows(database.db, [BANK, OTHER, SECTOR], ["jia"]);
  const whole = (await listFollowed(database.db, sources, { limit: 50 })).items.map(({ slug }) => slug);
  const paged: string[] = [];
  for (let after: Position | undefined, more = true; more; ) {
    const { items, hasMore } = await listFollowed(database.db, sources, { after, limit: 4 });
    paged.push(...items.map(({ slug }) => slug));
    const last = items.at(-1);
    after = last && { at: last.publishAt, id: last.id };
    more = hasMore;
  }
  expect(paged).toEqual(whole);
  expect(new Set(whole).size).toBe(14);
});

test("reads of each security and outlet a range of an index", async () => {
  const after = { at: minutesAgo(0), id: "00000000-0000-7000-8000-000000000000" };
  const sources = { symbols: [BANK, OTHER], sectors: [SECTOR], outlets: [jia, yi] };
  const { sql: text, params } = new PgDialect().sqlToQuery(newestFollowed(sources, 31, after)!);
  const query = text.replace(/\$(\d+)/g, (_, n) => `'${params[Number(n) - 1]}'`);
  await database.sql.unsafe("analyze articles");
  const plan = await planByIndex(database.sql, "mentions", query);
  for (const index of ["mentions_relation_idx", "mentions_list_idx", "articles_category_idx"])
    expect(plan).toMatch(new RegExp(`Limit[^\\n]*\\n\\s*->  Index (Only )?Scan Backward using ${index}`));
  expect(plan).not.toContain("Seq Scan");
});
