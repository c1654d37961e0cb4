import { beforeAll, describe, expect, test } from "vitest";
import type { Position } from "@/lib/cursor";
import { type articles, categories, mentions, securities, securityNames } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity } from "@/lib/testing/factories";
import { planByIndex } from "@/lib/testing/plan";
import { findCompany, findFigures, listWeeks, MOST_COUNTED } from "./figures-queries";
import { listMentioning } from "./list-queries";
import { findStock } from "./profile-queries";
import { type Strand, strandsOf } from "./strands";

const database = testDb();
/** A Wednesday in Beijing. */
const now = new Date("2026-11-25T04:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const DAY = 24 * 60;
const BANK = "SH600036";
const SECTOR = "BK0475";
type Relation = "direct" | "sector";

let outlet: string;

async function publish(
  slug: string,
  minutes: number,
  mentioned: Record<string, Relation>,
  more: Partial<typeof articles.$inferInsert> = {},
) {
  const publishAt = minutesAgo(minutes);
  const row = await makeArticle(database.db, { slug, status: "published", publishAt, categoryId: outlet, ...more });
  const listedAt = row.status === "published" ? publishAt : null;
  for (const [symbol, relation] of Object.entries(mentioned)) {
    await database.db.insert(mentions).values({ articleId: row.id, symbol, relation, origin: "markup", listedAt });
  }
  return row;
}

async function readAll(strands: Strand[]) {
  const slugs: string[] = [];
  const sizes: number[] = [];
  for (let after: Position | undefined, more = true; more; ) {
    const { items, hasMore } = await listMentioning(database.db, strands, { after });
    sizes.push(items.length);
    slugs.push(...items.map(({ slug }) => slug));
    const last = items.at(-1);
    after = last && { at: last.publishAt, id: last.id };
    more = hasMore;
  }
  return { slugs, sizes };
}

const strands = async () => strandsOf((await findStock(database.db, BANK))!);

beforeAll(async () => {
  const { db } = database;
  outlet = (await makeCategory(db, { slug: "jia", name: "甲报" })).id;
  const taken = await makeCategory(db, { slug: "yi", name: "乙报", mergedIntoId: outlet });
  const other = await makeCategory(db, { slug: "bing", name: "丙报" });
  await makeSecurity(db, "HK03968", "招商银行");
  await makeSecurity(db, "SZ000001", "平安银行");
  await db.insert(securities).values([
    { symbol: BANK, name: "招商银行", industry: "银行", listedOn: "2002-04-09", counterpart: "HK03968" },
    { symbol: SECTOR, kind: "sector", name: "银行" },
  ]);
  await db.insert(securityNames).values([
    { symbol: BANK, name: "旧招行", kind: "former" },
    { symbol: BANK, name: "招行", kind: "alias" },
  ]);
  // Pairs of one instant: only the id orders them.
  for (let n = 0; n < 45; n++) await publish(`direct-${n}`, 60 + Math.floor(n / 2), { [BANK]: "direct" });
  for (let n = 0; n < 25; n++) await publish(`sector-${n}`, 90 + n, { [SECTOR]: "sector" });
  await publish("both", 20, { [BANK]: "sector", [SECTOR]: "sector" });
  await publish("flash", 10, { [BANK]: "direct", SZ000001: "direct" }, { kind: "flash", categoryId: taken.id });
  await publish("old", 30 * DAY, { [BANK]: "direct", HK03968: "direct", SZ000001: "direct" }, { categoryId: other.id });
  await publish("first", 400 * DAY, { [BANK]: "direct" }, { categoryId: other.id });
  await publish("withdrawn", 5, { [BANK]: "direct", [SECTOR]: "sector" }, { status: "withdrawn" });
});

test("a security's page knows its names, its other listing and the sector that is called like its industry", async () => {
  expect(await findStock(database.db, BANK)).toEqual({
    ...{ symbol: BANK, name: "招商银行", kind: "stock", fullName: "", industry: "银行", listedOn: "2002-04-09" },
    counterpart: { symbol: "HK03968", name: "招商银行" },
    formerNames: ["旧招行"],
    sector: { symbol: SECTOR, name: "银行" },
    hasOwnSector: true,
  });
  expect(await findStock(database.db, "SZ000001")).toMatchObject({ sector: null, counterpart: null, formerNames: [] });
  expect(await findStock(database.db, "SH999999")).toBeNull();
});

describe("the lists of a security", () => {
  test("direct: every public article once, newest first, over its pages to the first", async () => {
    const { slugs, sizes } = await readAll((await strands()).direct);
    expect(sizes).toEqual([20, 20, 8]);
    expect(new Set(slugs).size).toBe(48);
    expect(slugs[0]).toBe("flash");
    expect(slugs.slice(-2)).toEqual(["old", "first"]);
    expect(slugs).not.toContain("both");
  });

  test("of its sector: what is said of the security and what is said of the sector, what is in both once", async () => {
    const { slugs, sizes } = await readAll((await strands()).sector);
    expect(sizes).toEqual([20, 6]);
    expect(slugs[0]).toBe("both");
    expect(slugs.slice(1)).toEqual(Array.from({ length: 25 }, (_, n) => `sector-${n}`));
  });

  test("flashes only", async () => {
    expect((await readAll((await strands()).flashes)).slugs).toEqual(["flash"]);
  });

  test("a sector has all its mentions in the first list", async () => {
    const sector = strandsOf((await findStock(database.db, SECTOR))!);
    expect((await readAll(sector.direct)).slugs).toHaveLength(26);
    expect(await findFigures(database.db, sector, now)).toMatchObject({ direct: { count: 26 }, sector: { count: 0 } });
    expect((await listWeeks(database.db, sector, now)).at(-1)).toMatchObject({ direct: 26, sector: 0 });
  });
});

test("a mention is in the list of flashes as long as its article is a flash", async () => {
  const story = await publish("turned", 3, { SZ000001: "direct" });
  const flashes: Strand[] = [{ symbol: "SZ000001", only: "flash" }];
  expect((await readAll(flashes)).slugs).toEqual(["flash"]);
  // As `alignLists` does at the end of each write.
  await database.sql`update articles set kind = 'flash' where id = ${story.id}`;
  await database.sql`update mentions set listed_at = listed_at where article_id = ${story.id}`;
  expect((await readAll(flashes)).slugs).toEqual(["turned", "flash"]);
  await database.sql`delete from articles where id = ${story.id}`;
});

test("figures count each list once, today's since midnight in Beijing, and say when the first was", async () => {
  expect(await findFigures(database.db, await strands(), now)).toEqual({
    direct: { count: 48, isMore: false },
    sector: { count: 26, isMore: false },
    flashes: { count: 1, isMore: false },
    today: { count: 46, isMore: false },
    first: minutesAgo(400 * DAY).toISOString(),
  });
  const nobody = strandsOf({ symbol: "HK99999", kind: "stock", sector: null, hasOwnSector: false });
  expect(await findFigures(database.db, nobody, now)).toMatchObject({
    direct: { count: 0, isMore: false },
    first: null,
  });
});

test("the last 26 weeks, each of them, by direct mention and by sector", async () => {
  const weeks = await listWeeks(database.db, await strands(), now);
  expect(weeks).toHaveLength(26);
  expect(weeks.at(-1)).toEqual({ start: "2026-11-22T16:00:00.000Z", direct: 46, sector: 26 });
  // 30 days before is a Monday.
  expect(weeks.at(-5)).toEqual({ start: "2026-10-25T16:00:00.000Z", direct: 1, sector: 0 });
  expect(weeks.reduce((sum, { direct }) => sum + direct, 0)).toBe(47);
});

test("who writes about it and what is named with it; a merged outlet is its survivor", async () => {
  const company = await findCompany(database.db, (await strands()).direct, [BANK, "HK03968"]);
  expect(company).toMatchObject({ of: 48, isMore: false });
  expect(company.outlets.map(({ slug, count }) => [slug, count])).toEqual([
    ["jia", 46],
    ["bing", 2],
  ]);
  expect(company.securities).toEqual([{ symbol: "SZ000001", name: "平安银行", count: 2 }]);
});

test("counting stops at its bound, for a security that all speak of", async () => {
  const { db, sql } = database;
  await makeSecurity(db, "SH000001", "上证指数");
  const [category] = await db.select().from(categories).limit(1);
  await sql`insert into articles (id, slug, title, status, publish_at, category_id)
    select gen_random_uuid(), 'many-' || n, 'm', 'published', now() - n * interval '1 minute', ${category!.id}
    from generate_series(1, ${MOST_COUNTED + 5}) n`;
  await sql`insert into mentions (article_id, symbol, relation, origin, listed_at)
    select id, 'SH000001', 'direct', 'markup', publish_at from articles where slug like 'many-%'`;
  const index = strandsOf({ symbol: "SH000001", kind: "index", sector: null, hasOwnSector: false });
  const { direct } = await findFigures(db, index, now);
  expect(direct).toEqual({ count: MOST_COUNTED, isMore: true });
  expect(await findCompany(db, index.direct, ["SH000001"])).toMatchObject({ of: 500, isMore: true });
});

test.each([
  ["mentions_relation_idx", "relation = 'direct'"],
  ["mentions_flash_idx", "is_flash"],
])("a far page reads %s without sorting", async (index, where) => {
  const text = await planByIndex(
    database.sql,
    "mentions",
    `select article_id from mentions
      where symbol = 'SH600036' and listed_at is not null and listed_at <= now() and ${where}
      and (listed_at, article_id) < (now(), '00000000-0000-0000-0000-000000000000')
      order by listed_at desc, article_id desc limit 21`,
  );
  expect(text).toContain(index);
  expect(text).not.toContain("Sort");
});
