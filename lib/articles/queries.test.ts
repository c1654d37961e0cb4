import { beforeAll, describe, expect, test } from "vitest";
import { findOldest, listByCategory, listByTag, listLinks, listTimeline } from "@/lib/articles/queries";
import type { Position } from "@/lib/cursor";
import { articles, articleTags, categories, tags } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { planByIndex } from "@/lib/testing/plan";

const database = testDb();
const start = Date.parse("2026-11-23T06:00:00Z");
let outlet: string;
let topic: string;

/** `n` counts backwards in time; every third pair shares one second. */
async function publish(slug: string, minutesAgo: number, more: Partial<typeof articles.$inferInsert> = {}) {
  const [row] = await database.db
    .insert(articles)
    .values({
      slug,
      title: slug,
      status: "published",
      categoryId: outlet,
      publishAt: new Date(start - minutesAgo * 60_000),
      ...more,
    })
    .returning();
  return row!;
}

beforeAll(async () => {
  const { db } = database;
  const rows = await db.insert(categories).values({ slug: "jia", name: "甲报", pinyin: "jiabao" }).returning();
  outlet = rows[0]!.id;
  topic = (await db.insert(tags).values({ slug: "li", name: "锂" }).returning())[0]!.id;
  for (let n = 0; n < 45; n++) {
    // Pairs of the same instant: only the id orders them.
    const row = await publish(`s${n}`, Math.floor(n / 2));
    await db.insert(articleTags).values({ articleId: row.id, tagId: topic, listedAt: row.publishAt });
  }
  await publish("draft", 0, { status: "draft", publishAt: null });
  await publish("scheduled", 0, { status: "scheduled", publishAt: new Date(Date.now() + 3600_000) });
  await publish("withdrawn", 0, { status: "withdrawn" });
  await publish("ahead", 0, { publishAt: new Date(Date.now() + 3600_000) });
});

const lists = {
  "the timeline": (after?: Position) => listTimeline(database.db, "story", { after }),
  "an outlet": (after?: Position) => listByCategory(database.db, outlet, { after }),
  "a tag": (after?: Position) => listByTag(database.db, topic, { after }),
};

describe.each(Object.entries(lists))("%s", (_name, read) => {
  test("shows every public article once, newest first, over its pages", async () => {
    const seen: { slug: string; at: number; id: string }[] = [];
    const sizes: number[] = [];
    for (let after: Position | undefined, more = true; more; ) {
      const { items, hasMore } = await read(after);
      sizes.push(items.length);
      seen.push(...items.map(({ slug, publishAt, id }) => ({ slug, at: publishAt.getTime(), id })));
      const last = items.at(-1)!;
      after = { at: last.publishAt, id: last.id };
      more = hasMore;
    }
    expect(sizes).toEqual([20, 20, 5]);
    expect(new Set(seen.map(({ slug }) => slug)).size).toBe(45);
    expect(seen).toEqual([...seen].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)));
  });
});

test("a further page stays as it is when news arrives", async () => {
  const first = await listByCategory(database.db, outlet);
  const last = first.items.at(-1)!;
  const after = { at: last.publishAt, id: last.id };
  const before = await listByCategory(database.db, outlet, { after });
  const news = await publish("news", -5);
  expect(await listByCategory(database.db, outlet, { after })).toEqual(before);
  expect((await listByCategory(database.db, outlet)).items[0]!.slug).toBe("news");
  await database.sql`delete from articles where id = ${news.id}`;
});

test("the oldest article of an outlet is the first public one", async () => {
  expect(await findOldest(database.db, outlet)).toBe(new Date(start - 22 * 60_000).toISOString());
});

test("links behind an article are those of its outlet, or the stories of all", async () => {
  const { items } = await listByCategory(database.db, outlet);
  const after = { at: items[3]!.publishAt, id: items[3]!.id };
  const ofOutlet = await listLinks(database.db, { categoryId: outlet }, { after, limit: 3 });
  expect(ofOutlet.map(({ id }) => id)).toEqual(items.slice(4, 7).map(({ id }) => id));
  const flash = await publish("flash", 1, { kind: "flash" });
  const ofAll = await listLinks(database.db, {}, { after, limit: 50 });
  expect(ofAll.map(({ id }) => id)).not.toContain(flash.id);
  await database.sql`delete from articles where id = ${flash.id}`;
});

test.each([
  ["articles_timeline_idx", `kind = 'story'`],
  ["articles_category_idx", `category_id = '00000000-0000-0000-0000-000000000000'`],
])("a far page reads %s without sorting", async (index, where) => {
  const text = await planByIndex(
    database.sql,
    "articles",
    `select id from articles where status = 'published' and publish_at <= now() and ${where}
      and (publish_at, id) < (now(), '00000000-0000-0000-0000-000000000000') order by publish_at desc, id desc limit 21`,
  );
  expect(text).toContain(index);
  expect(text).not.toContain("Sort");
});
