import { beforeAll, expect, test } from "vitest";
import { findAround } from "@/lib/articles/around";
import { articleTags, mentions, tags } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity } from "@/lib/testing/factories";

const database = testDb();
const start = Date.parse("2026-11-23T06:00:00Z");
const after = (minutes: number) => new Date(start + minutes * 60_000);
const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug);
const around = (article: Published) => findAround(database.db, article, { at: article.publishAt, id: article.id }, 3);

type Published = { id: string; categoryId: string; publishAt: Date };
let outlet: string;
let other: string;
let topic: string;

async function publish(
  slug: string,
  minutes: number,
  { symbols = [] as string[], tag = false, categoryId = outlet, kind = "story" as "story" | "flash" } = {},
) {
  const publishAt = after(minutes);
  const row = await makeArticle(database.db, { slug, status: "published", publishAt, categoryId, kind });
  if (tag) await database.db.insert(articleTags).values({ articleId: row.id, tagId: topic, listedAt: publishAt });
  for (const symbol of symbols)
    await database.db.insert(mentions).values({
      articleId: row.id,
      symbol,
      relation: symbol.startsWith("BK") ? "sector" : "direct",
      origin: "markup",
      listedAt: publishAt,
    });
  return { id: row.id, categoryId, publishAt };
}

let here: Published;
beforeAll(async () => {
  const { db } = database;
  outlet = (await makeCategory(db)).id;
  other = (await makeCategory(db)).id;
  topic = (await db.insert(tags).values({ slug: "li", name: "锂" }).returning())[0]!.id;
  await makeSecurity(db, "SZ300750", "宁德时代");
  await makeSecurity(db, "BK0493", "新能源");
  for (let n = 0; n < 6; n++) await publish(`mine-${n}`, n);
  await publish("same-security", 6, { symbols: ["SZ300750"], categoryId: other });
  await publish("same-sector", 7, { symbols: ["BK0493"], categoryId: other });
  await publish("same-tag", 8, { tag: true, categoryId: other });
  await publish("flash", 9, { symbols: ["SZ300750"], categoryId: other, kind: "flash" });
  here = await publish("here", 10, { symbols: ["SZ300750", "BK0493"], tag: true });
  await publish("same-minute", 10);
  await publish("later", 20, { symbols: ["SZ300750"], tag: true });
  await publish("of-another", 11, { categoryId: other });
  await makeArticle(db, { slug: "planned", status: "scheduled", publishAt: after(10_000_000), categoryId: outlet });
  await makeArticle(db, { slug: "gone", status: "withdrawn", publishAt: after(9), categoryId: outlet });
});

test("the outlet's next and older ones, by time and then by id, public ones only", async () => {
  const { next, older } = await around(here);
  expect(next?.slug).toBe("same-minute");
  expect(slugs(older)).toEqual(["mine-5", "mine-4", "mine-3"]);
  expect(older[0]).toMatchObject({
    kind: "story",
    categoryId: outlet,
    publishAt: expect.stringMatching(/^2026-11-23T06:05:00/),
  });
});

test("its tags and its securities, direct ones first, with how often each was mentioned before", async () => {
  const { tags, mentions } = await around(here);
  expect(tags).toEqual([{ id: topic, slug: "li", name: "锂" }]);
  expect(mentions).toMatchObject([
    { symbol: "SZ300750", name: "宁德时代", relation: "direct", earlier: 2 },
    { symbol: "BK0493", relation: "sector", earlier: 1 },
  ]);
});

test("related stories share a tag or a direct security and are earlier; flashes and sectors make none", async () => {
  expect(slugs((await around(here)).related)).toEqual(["same-tag", "same-security"]);
});

test("what the others reported before it, stories only", async () => {
  const { meanwhile } = await around(here);
  expect(slugs(meanwhile).slice(0, 3)).toEqual(["same-tag", "same-sector", "same-security"]);
});

test("an article with nothing around it", async () => {
  const alone = await publish("alone", -1000, { categoryId: (await makeCategory(database.db)).id });
  expect(await around(alone)).toMatchObject({
    next: null,
    older: [],
    tags: [],
    mentions: [],
    related: [],
    meanwhile: [],
  });
});

test("later ones on the subject only when asked for: what shares two of its securities and tags, stories alone", async () => {
  const ask = (article: Published, withNewer: boolean) =>
    findAround(database.db, article, { at: article.publishAt, id: article.id }, 3, withNewer);
  expect((await ask(here, false)).newer).toEqual([]);
  expect(slugs((await ask(here, true)).newer)).toEqual(["later"]);
  const bare = await publish("bare", 12, { categoryId: other });
  expect((await ask(bare, true)).newer).toEqual([]);
});

test("with one security alone every later story about it counts, not a sector's", async () => {
  const one = await publish("one", 5, { symbols: ["SZ300750"] });
  const { newer } = await findAround(database.db, one, { at: one.publishAt, id: one.id }, 3, true);
  expect(slugs(newer)).toEqual(["later", "here", "same-security"]);
});
