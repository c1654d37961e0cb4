import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { articles, articleTags, categories, mentions, sitemapMonths } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity, makeTag } from "@/lib/testing/factories";
import { sitemapFaults } from "@/lib/testing/sitemaps/validate";
import { listMonths, readArticles } from "./month-queries";
import { partsOf } from "./months";
import { findPart, listParts } from "./parts";
import { URLSET_END, URLSET_START, writeUrls } from "./xml";

const database = testDb();
beforeEach(async () => {
  await database.db.delete(articles);
  await database.db.delete(sitemapMonths);
});

const published = (slug: string, at: string, set: Partial<typeof articles.$inferInsert> = {}) =>
  makeArticle(database.db, { slug, status: "published", publishAt: new Date(at), ...set });
const change = (slug: string, set: Partial<typeof articles.$inferInsert>) =>
  database.db.update(articles).set(set).where(eq(articles.slug, slug));

/** What is sent under a name, with its mark; null when nothing is. */
async function sent(name: string) {
  const part = await findPart(database.db, name);
  if (!part) return null;
  let xml = URLSET_START;
  for await (const entries of part.read()) xml += writeUrls("https://news.test", entries);
  return { xml: xml + URLSET_END, mark: part.mark };
}
const paths = (xml = "") => [...xml.matchAll(/<loc>https:\/\/news.test([^<]*)/g)].map((match) => match[1]);
const pathsOf = async (name: string) => paths((await sent(name))?.xml);
const index = async () => (await listParts(database.db)).map(({ path }) => path);

describe("months", () => {
  test("hold what was published in them in Beijing, oldest first, and are valid", async () => {
    await published("before", "2026-09-30T23:59:59+08:00");
    await published("late", "2026-10-31T23:59:59.999+08:00");
    await published("early", "2026-10-01T00:00:00+08:00");
    await published("after", "2026-11-01T00:00:00+08:00");
    const { xml } = (await sent("2026-10"))!;
    expect(paths(xml)).toEqual(["/articles/early", "/articles/late"]);
    expect(await sitemapFaults(xml)).toEqual([]);
    expect((await index()).filter((path) => /\d{4}-\d\d/.test(path))).toEqual([
      "/sitemaps/2026-09.xml",
      "/sitemaps/2026-10.xml",
      "/sitemaps/2026-11.xml",
    ]);
  });

  test.each([
    ["scheduled", { status: "scheduled" as const, publishAt: new Date(Date.now() + 1e9) }],
    ["published ahead of its time", { publishAt: new Date(Date.now() + 1e9) }],
    ["withdrawn", { status: "withdrawn" as const }],
    ["taken down", { status: "withdrawn" as const, takenDownAt: new Date() }],
    ["trashed", { status: "trashed" as const, trashedFrom: "published" as const }],
    ["a draft again", { status: "draft" as const }],
  ])("never hold what is %s", async (_what, set) => {
    await published("other", "2026-10-05T10:00:00+08:00");
    await published("gone", "2026-10-06T10:00:00+08:00");
    await change("gone", set);
    for (const path of await index()) {
      const name = /sitemaps\/(.*)\.xml/.exec(path)![1]!;
      expect(await pathsOf(name), name).not.toContain("/articles/gone");
    }
    expect(await pathsOf("2026-10")).toEqual(["/articles/other"]);
  });

  test("never hold what an outlet forbids; a month of nothing else is none", async () => {
    const { id } = await makeCategory(database.db);
    await published("barred", "2026-08-05T10:00:00+08:00", { categoryId: id });
    await published("barred-too", "2026-10-05T10:00:00+08:00", { categoryId: id });
    await published("open", "2026-10-06T10:00:00+08:00");
    const [before] = await listMonths(database.db, "2026-10");
    await database.db.update(categories).set({ indexing: "noindex" }).where(eq(categories.id, id));
    expect(await pathsOf("2026-10")).toEqual(["/articles/open"]);
    expect(await sent("2026-08")).toBeNull();
    expect(await index()).not.toContain("/sitemaps/2026-08.xml");
    const [after] = await listMonths(database.db, "2026-10");
    expect(after!.mark).not.toBe(before!.mark);
    expect(after!.changedAt.getTime()).toBeGreaterThan(before!.changedAt.getTime());
    await database.db.update(categories).set({ indexing: "index" }).where(eq(categories.id, id));
    expect(await pathsOf("2026-08")).toEqual(["/articles/barred"]);
  });

  test("stay byte for byte what they were while news comes and desks work", async () => {
    await published("old", "2026-09-05T10:00:00+08:00");
    const before = await sent("2026-09");
    const [month] = await listMonths(database.db, "2026-09");
    await published("new", "2026-11-20T10:00:00+08:00");
    await change("new", { title: "改了", revisedAt: new Date() });
    await change("old", { level: 2, sourceName: "别处", updatedAt: new Date(), version: 9 });
    expect(await sent("2026-09")).toEqual(before);
    expect(await listMonths(database.db, "2026-09")).toEqual([month]);
  });

  test("say when a text changed, and nothing else", async () => {
    await published("story", "2026-09-05T10:00:00+08:00");
    const before = (await sent("2026-09"))!;
    expect(before.xml).toContain("<lastmod>2026-09-05T10:00:00+08:00</lastmod>");
    await change("story", { revisedAt: new Date("2026-11-24T04:00:00Z") });
    const after = (await sent("2026-09"))!;
    expect(after.xml).toContain("<lastmod>2026-11-24T12:00:00+08:00</lastmod>");
    expect(after.mark).not.toBe(before.mark);
  });

  test.each([
    ["another address", { slug: "moved" }],
    ["another time", { publishAt: new Date("2026-09-06T00:00:00Z") }],
    ["a withdrawal", { status: "withdrawn" as const }],
  ])("have another mark after %s", async (_what, set) => {
    await published("stays", "2026-09-05T10:00:00+08:00");
    await published("changes", "2026-09-05T11:00:00+08:00");
    const before = (await sent("2026-09"))!;
    await change("changes", set);
    expect((await sent("2026-09"))!.mark).not.toBe(before.mark);
  });

  test("are counted right by statements of many rows, moves between outlets and deletions", async () => {
    const [a, b] = [await makeCategory(database.db), await makeCategory(database.db)];
    for (let n = 0; n < 6; n++)
      await published(`many-${n}`, `2026-0${n < 3 ? 8 : 9}-05T10:00:00+08:00`, { categoryId: a.id });
    await database.sql`update articles set category_id = ${b.id} where slug in ('many-1', 'many-4')`;
    await database.sql`update articles set publish_at = publish_at - interval '31 days' where slug = 'many-5'`;
    await database.sql`delete from articles where slug = 'many-0'`;
    const rows = await database.db.select().from(sitemapMonths);
    const counted = Object.fromEntries(rows.map((row) => [`${row.month} ${row.categoryId}`, row.published]));
    expect(counted).toEqual({
      [`2026-08 ${a.id}`]: 2,
      [`2026-08 ${b.id}`]: 1,
      [`2026-09 ${a.id}`]: 1,
      [`2026-09 ${b.id}`]: 1,
    });
  });
});

describe("a month of too many", () => {
  const partsBy = async (most: number) => {
    const [month] = await listMonths(database.db, "2026-09");
    return partsOf(database.db, month!, most);
  };
  const beginnings = async (most: number) =>
    (await partsBy(most)).map(({ name, from }) => [name, new Date(from.at).toISOString()]);

  test("is halved at whole hours, and the cuts stay when an article leaves or news arrives", async () => {
    for (let n = 0; n < 10; n++) await published(`n-${n}`, `2026-09-05T${10 + Math.floor(n / 2)}:00:00+08:00`);
    for (let n = 0; n < 4; n++) await published(`m-${n}`, `2026-09-2${n}T10:00:00+08:00`);
    const before = await beginnings(7);
    expect(before.length).toBeGreaterThan(2);
    expect(before.at(-1)![1]).toBe("2026-09-15T16:00:00.000Z");
    await change("n-0", { status: "withdrawn" });
    await published("newest", "2026-09-30T20:00:00+08:00");
    expect(await beginnings(7)).toEqual(before);
  });

  test("is cut inside an hour that alone holds too many, and every article stands in one part", async () => {
    for (let n = 0; n < 11; n++) await published(`same-${n}`, "2026-09-05T10:00:00+08:00");
    await published("later", "2026-09-06T10:00:00+08:00");
    const found: string[] = [];
    for (const { from, to } of await partsBy(5)) {
      const paths: string[] = [];
      for await (const entries of readArticles(database.db, from, to)) paths.push(...entries.map(({ path }) => path));
      expect(paths.length).toBeLessThanOrEqual(5);
      found.push(...paths);
    }
    expect(found.sort()).toEqual([
      "/articles/later",
      ...Array.from({ length: 11 }, (_, n) => `/articles/same-${n}`).sort(),
    ]);
  });
});

describe("other parts", () => {
  test("outlets, tags and securities that have something to read, and the days of the archive", async () => {
    const [open, barred, merged] = [
      await makeCategory(database.db, { slug: "kaifang" }),
      await makeCategory(database.db, { slug: "jinzhi", indexing: "noindex" }),
      await makeCategory(database.db, { slug: "bingru" }),
    ];
    await makeCategory(database.db, { slug: "kong" });
    const at = new Date("2025-03-01T10:00:00+08:00");
    const story = await published("tagged", at.toISOString(), { categoryId: open.id });
    await published("second", "2025-03-01T09:00:00+08:00", { categoryId: barred.id });
    await published("third", "2026-01-02T00:00:00+08:00", { categoryId: merged.id });
    await database.db.update(categories).set({ mergedIntoId: open.id }).where(eq(categories.id, merged.id));
    const [tagged] = [await makeTag(database.db, { slug: "利率" }), await makeTag(database.db, { slug: "空" })];
    await database.db.insert(articleTags).values({ articleId: story.id, tagId: tagged!.id, listedAt: at });
    await makeSecurity(database.db, "SH600519");
    await makeSecurity(database.db, "SZ000001");
    await database.db.insert(mentions).values({
      ...{ articleId: story.id, symbol: "SH600519", relation: "direct", origin: "editor", listedAt: at },
    });

    expect(await pathsOf("categories")).toEqual(["/category/kaifang"]);
    expect(await pathsOf("tags")).toEqual(["/tag/%E5%88%A9%E7%8E%87"]);
    expect(await pathsOf("stocks")).toEqual(["/stock/SH600519"]);
    expect(await pathsOf("archive-2025")).toEqual(["/archive/2025", "/archive/2025/03", "/archive/2025/03/01"]);
    expect((await sent("archive-2025"))!.xml.match(/<lastmod>2025-03-01T10:00:00\+08:00/g)).toHaveLength(3);
    expect(await pathsOf("pages")).toEqual(expect.arrayContaining(["/", "/live", "/stock", "/stock/a-z/0"]));
    expect(await index()).toEqual(
      ["pages", "categories", "tags", "stocks", "archive-2025", "archive-2026", "2025-03", "2026-01"].map(
        (name) => `/sitemaps/${name}.xml`,
      ),
    );
    for (const path of await index()) {
      const { xml } = (await sent(/sitemaps\/(.*)\.xml/.exec(path)![1]!))!;
      expect(await sitemapFaults(xml), path).toEqual([]);
    }
  });

  test.each(["2026-13", "1999-01", "2026-11-1", "tags-2", "archive-1999", "nonsense", "archive-"])(
    "%s is none",
    async (name) => {
      await published("one", "2026-10-05T10:00:00+08:00");
      expect(await sent(name)).toBeNull();
    },
  );
});
