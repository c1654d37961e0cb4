import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { DeskFilter } from "@/lib/articles/desk-filter";
import { type DeskOrder, listDesk, listDeskIds } from "@/lib/articles/desk-list-queries";
import { DESK_SORTS } from "@/lib/articles/desk-params";
import { articles } from "@/lib/db/schema";
import { reindex } from "@/lib/search/reindex";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";

const database = testDb();
const NEWEST: DeskOrder = { sort: "updated" };
const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const titlesOf = async (filter: DeskFilter, order = NEWEST) =>
  (await listDesk(database.db, filter, order)).items.map(({ title }) => title);

describe("the whole text of what is public, by the readers' index", () => {
  test("words of the body, phrases and exclusion; what is not public is not found", async () => {
    const { db } = database;
    const categoryId = (await makeCategory(db)).id;
    const publishAt = day(5);
    const make = (title: string, bodyHtml: string, set: Parameters<typeof makeArticle>[1] = {}) =>
      makeArticle(db, { title, bodyHtml, categoryId, publishAt, status: "published", updatedAt: day(9), ...set });
    await make("甲篇", "<p>据说紫杉木料涨价。</p>");
    await make("乙篇", "<p>紫杉的木料没有涨价。</p>", { updatedAt: day(8) });
    await make("丙篇", "<p>紫杉木料。</p>", { status: "draft", publishAt: null });
    await reindex(db);
    expect(await titlesOf({ words: "紫杉", scope: "text" })).toEqual(["甲篇", "乙篇"]);
    expect(await titlesOf({ words: "“紫杉木料”", scope: "text" })).toEqual(["甲篇"]);
    expect(await titlesOf({ words: "紫杉 -据说", scope: "text" })).toEqual(["乙篇"]);
    expect(await titlesOf({ words: "，。", scope: "text" })).toEqual([]);
    expect(await titlesOf({ words: "紫杉" })).toEqual([]);
    for (const title of ["甲篇", "乙篇", "丙篇"]) await db.delete(articles).where(eq(articles.title, title));
  });
});

describe("a list", () => {
  let outlet: { id: string };
  let author: { id: string };
  beforeAll(async () => {
    const { db } = database;
    outlet = await makeCategory(db);
    author = await makeUser(db);
    const categoryId = (await makeCategory(db)).id;
    const make = (title: string, set: Parameters<typeof makeArticle>[1]) =>
      makeArticle(db, { title, categoryId, summary: "摘要", sourceName: "来源", ...set });
    await make("锂价先谈妥了", { updatedAt: day(1), createdAt: day(9), status: "published", publishAt: day(5) });
    await make("ＥＴＦ 规模创新高", { updatedAt: day(2), createdAt: day(8), kind: "flash", sourceName: "", level: 3 });
    await make("锂矿与价格", { updatedAt: day(3), createdAt: day(7), categoryId: outlet.id, sourceName: "" });
    await make("100%_控股", { updatedAt: day(4), createdAt: day(6), createdBy: author.id, summary: "" });
    await make("扔掉的", { updatedAt: day(5), createdAt: day(5), status: "trashed", trashedFrom: "draft" });
  });

  test.each<[string, () => DeskFilter, string[]]>([
    ["everything but the bin", () => ({}), ["100%_控股", "锂矿与价格", "ＥＴＦ 规模创新高", "锂价先谈妥了"]],
    ["a status", () => ({ status: "trashed" }), ["扔掉的"]],
    ["an outlet", () => ({ categoryId: outlet.id }), ["锂矿与价格"]],
    ["a kind", () => ({ kind: "flash" }), ["ＥＴＦ 规模创新高"]],
    ["a level", () => ({ level: 3 }), ["ＥＴＦ 规模创新高"]],
    ["an author", () => ({ author: author.id }), ["100%_控股"]],
    ["nobody", () => ({ author: null }), ["锂矿与价格", "ＥＴＦ 规模创新高", "锂价先谈妥了"]],
    ["one's own among all of nobody's", () => ({ author: null, ownedBy: author.id }), []],
    ["no source: stories only", () => ({ lacks: "source" }), ["锂矿与价格"]],
    ["no summary", () => ({ lacks: "summary" }), ["100%_控股"]],
    ["changed from, until", () => ({ from: day(2), until: day(4) }), ["锂矿与价格", "ＥＴＦ 规模创新高"]],
    ["published from", () => ({ by: "published", from: day(5) }), ["锂价先谈妥了"]],
    ["created until", () => ({ by: "created", until: day(7) }), ["100%_控股"]],
    ["a word", () => ({ words: "锂价" }), ["锂价先谈妥了"]],
    ["a character", () => ({ words: "锂" }), ["锂矿与价格", "锂价先谈妥了"]],
    ["two words", () => ({ words: "价格 锂" }), ["锂矿与价格"]],
    ["letters of any width and case", () => ({ words: "etf" }), ["ＥＴＦ 规模创新高"]],
    ["what means something to a pattern", () => ({ words: "%_" }), ["100%_控股"]],
    ["words that nothing has", () => ({ words: "没有这样的词" }), []],
  ])("%s", async (_name, filter, titles) => {
    expect(await titlesOf(filter())).toEqual(titles);
  });

  test.each<[DeskOrder, string]>([
    [{ sort: "updated", ascending: true }, "锂价先谈妥了"],
    [{ sort: "published" }, "锂价先谈妥了"],
    [{ sort: "created" }, "锂价先谈妥了"],
    [{ sort: "length" }, "ＥＴＦ 规模创新高"],
    [{ sort: "length", ascending: true }, "锂矿与价格"],
  ])("%o begins with %s", async (order, title) => {
    expect((await titlesOf({}, order))[0]).toBe(title);
  });

  test("a line follows what is written to its article", async () => {
    const { db, sql } = database;
    const { id } = await makeArticle(db, { title: "旧题", updatedAt: day(20) });
    await sql`update articles set title = '新题目', status = 'withdrawn', updated_at = now() where id = ${id}`;
    expect(await titlesOf({ words: "旧题" })).toEqual([]);
    expect(await titlesOf({ words: "新题", status: "withdrawn" })).toEqual(["新题目"]);
    await sql`delete from articles where id = ${id}`;
    expect(await titlesOf({ words: "新题" })).toEqual([]);
  });
});

/** More rows than the list looks at first, and more than it sorts, so that each of its ways is gone. */
describe("a long list", () => {
  const ROWS = 26_000;
  beforeAll(async () => {
    const { id } = await makeCategory(database.db, { name: "长" });
    await database.sql`
      insert into articles (id, slug, title, summary, source_name, category_id, status, level, publish_at, created_at, updated_at)
      select gen_random_uuid(), 'long-' || n, '长单' || n % 7 || case when n = 3 then '稀有' else '' end, '', '', ${id},
        case when n > 23000 then 'draft' else 'published' end, case when n < 60 then 2 else 1 end,
        case when n > 23000 then null else timestamptz '2020-01-01Z' + n * interval '1 minute' end,
        timestamptz '2019-01-01Z' + n % 100 * interval '1 day', timestamptz '2025-01-01Z' + n * interval '1 second'
      from generate_series(1, ${ROWS}) n`;
    await database.sql`analyze desk_lines`;
  });
  const FILTERS: Record<string, DeskFilter> = {
    everything: { words: "长单" },
    "a rare word": { words: "稀有" },
    "few at the far end": { level: 2, words: "长" },
    "many, none of them among the first": { status: "published", words: "长" },
    "a range of another time": {
      ...{ by: "published", words: "长" },
      ...{ from: new Date("2020-01-02T00:00:00Z"), until: new Date("2020-01-03T00:00:00Z") },
    },
  };

  test.each(
    Object.keys(FILTERS).flatMap((name) =>
      DESK_SORTS.flatMap((sort) => [true, false].map((asc) => [name, sort, asc] as const)),
    ),
  )("%s by %s, ascending: %s: pages join without a gap, there and back", async (name, sort, ascending) => {
    const { db } = database;
    const filter = FILTERS[name]!;
    const order = { sort, ascending };
    const whole = await listDeskIds(db, filter, order, 100);
    const ids: string[] = [];
    let page = await listDesk(db, filter, order);
    const pages = [page];
    for (let n = 1; n < 5 && page.hasOlder; n++) {
      const { key, id } = page.items.at(-1)!;
      page = await listDesk(db, filter, order, { after: { key, id } });
      pages.push(page);
    }
    for (const { items } of pages) ids.push(...items.map(({ id }) => id));
    expect(ids).toEqual(whole.slice(0, ids.length));
    expect(ids.length).toBe(Math.min(100, whole.length));
    expect(new Set(ids).size).toBe(ids.length);
    if (pages.length < 2) return;
    const { key, id } = page.items[0]!;
    const back = await listDesk(db, filter, order, { before: { key, id } });
    expect(back.items.map((item) => item.id)).toEqual(pages.at(-2)!.items.map((item) => item.id));
  });

  test("is what Postgres says when it reads all of it", async () => {
    const { db, sql } = database;
    const plain = await sql<{ id: string }[]>`
      select id from articles where status = 'published' and title like '%长单%' order by publish_at, id limit 101`;
    const filter: DeskFilter = { status: "published", words: "长单" };
    const found = await listDeskIds(db, filter, { sort: "published", ascending: true }, 100);
    expect(found).toEqual(plain.map(({ id }) => id));
    const last = await sql<{ id: string }[]>`
      select id from articles where status = 'published' and title like '%长单%' order by updated_at desc, id desc limit 101`;
    expect(await listDeskIds(db, filter, NEWEST, 100)).toEqual(last.map(({ id }) => id));
  });
});
