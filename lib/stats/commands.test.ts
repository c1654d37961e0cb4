import { beforeEach, describe, expect, test } from "vitest";
import { beijingDay } from "@/lib/dates";
import { articleMonthViews, articleViewHours, articleViews, missingHits, redirects, siteViews } from "@/lib/db/schema";
import { recordCounts, rollUpViews } from "@/lib/stats/commands";
import { listMissing, listMostRead } from "@/lib/stats/queries";
import { type Counts, Tally } from "@/lib/stats/tally";
import { testDb } from "@/lib/testing/db";
import { makeArticle } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T16:30:00Z"); // 25 November in Beijing

function counts(requests: [path: string, status: number][]): Counts {
  const tally = new Tally();
  for (const [path, status] of requests) tally.count(path.split("/").map(encodeURIComponent).join("/"), status);
  return tally.take();
}

beforeEach(async () => {
  for (const table of [siteViews, articleViews, articleViewHours, articleMonthViews, missingHits, redirects])
    await database.db.delete(table);
});

describe("recordCounts", () => {
  test("adds up views of pages and articles, of several instances at once, on the day in Beijing", async () => {
    const { db } = database;
    const article = await makeArticle(db, { slug: "第一篇", status: "published" });
    const batch = () =>
      counts([
        ["/articles/第一篇", 200],
        ["/articles/第一篇", 200],
        ["/", 200],
        ["/articles/没有", 200],
      ]);
    await Promise.all(Array.from({ length: 6 }, () => recordCounts(db, batch(), now)));
    expect(await db.select().from(articleViews)).toEqual([{ day: "2026-11-25", articleId: article.id, views: 12 }]);
    const hour = new Date("2026-11-24T16:00:00Z");
    expect(await db.select().from(articleViewHours)).toEqual([{ hour, articleId: article.id, views: 12 }]);
    expect(await db.select().from(siteViews)).toEqual([{ hour, views: 24 }]);
  });

  test("counts what is missing without probes, and on redirects that were followed", async () => {
    const { db } = database;
    const { id: articleId } = await makeArticle(db, { status: "published" });
    await db.insert(redirects).values({ fromPath: "/旧/一.html", articleId });
    await recordCounts(
      db,
      counts([
        ["/jiu", 404],
        ["/jiu", 404],
        ["/wp-login.php", 404],
        ["/.env", 404],
        ["/旧/一.html", 308],
        ["/x/", 308],
      ]),
      now,
    );
    await recordCounts(
      db,
      counts([
        ["/jiu", 404],
        ["/旧/一.html", 308],
      ]),
      now,
    );
    expect(await db.select({ path: missingHits.path, hits: missingHits.hits }).from(missingHits)).toEqual([
      { path: "/jiu", hits: 3 },
    ]);
    expect(await db.select({ hits: redirects.hits, at: redirects.lastHitAt }).from(redirects)).toEqual([
      { hits: 2, at: now },
    ]);
  });

  test("keeps a bounded number of missing addresses, the frequent ones first, and goes on counting those", async () => {
    const { db } = database;
    const flood = (name: string): [string, number][] => Array.from({ length: 1500 }, (_, n) => [`/${name}-${n}`, 404]);
    await recordCounts(db, counts([["/often", 404], ["/often", 404], ...flood("a")]), now);
    await recordCounts(db, counts(flood("b")), now);
    await recordCounts(
      db,
      counts([
        ["/often", 404],
        ["/late", 404],
      ]),
      now,
    );
    expect(await db.$count(missingHits)).toBe(2000);
    expect((await listMissing(db, "2026-11-25", 1))[0]).toMatchObject({ path: "/often", hits: 3 });
  });
});

test("an address that leads somewhere by now is missed no more", async () => {
  const { db } = database;
  await recordCounts(db, counts([["/jiu", 404]]), now);
  const { id: articleId } = await makeArticle(db, { status: "published" });
  await db.insert(redirects).values({ fromPath: "/jiu", articleId });
  expect(await listMissing(db, "2026-11-25", 5)).toEqual([]);
});

test("hours that are past every list's span are forgotten", async () => {
  const { db } = database;
  const { id: articleId } = await makeArticle(db);
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const rows = [0, 7 * 24, 8 * 24, 8 * 24 + 1].map((hours) => ({ hour: before(hours), articleId, views: 1 }));
  await db.insert(articleViewHours).values(rows);
  await rollUpViews(db, now);
  expect(await db.select().from(articleViewHours)).toEqual(rows.slice(0, 3));
});

test("old days become months, once, and old missing addresses are forgotten", async () => {
  const { db } = database;
  const [a, b] = [await makeArticle(db), await makeArticle(db)];
  await db.insert(articleViews).values([
    { day: "2026-07-01", articleId: a.id, views: 3 },
    { day: "2026-07-31", articleId: a.id, views: 4 },
    { day: "2026-07-31", articleId: b.id, views: 1 },
    { day: "2026-11-24", articleId: a.id, views: 9 },
  ]);
  await db.insert(missingHits).values([
    { day: "2026-10-01", path: "/alt", hits: 1 },
    { day: "2026-11-24", path: "/neu", hits: 1 },
  ]);
  await rollUpViews(db, now);
  await rollUpViews(db, now);
  const months = await db.select().from(articleMonthViews);
  expect(months.sort((x, y) => y.views - x.views)).toEqual([
    { month: "2026-07-01", articleId: a.id, views: 7 },
    { month: "2026-07-01", articleId: b.id, views: 1 },
  ]);
  expect(await db.select({ views: articleViews.views }).from(articleViews)).toEqual([{ views: 9 }]);
  expect(await db.select({ path: missingHits.path }).from(missingHits)).toEqual([{ path: "/neu" }]);
});

test("the most read of several days are those with the largest sum", async () => {
  const { db } = database;
  const [a, b, c] = [await makeArticle(db), await makeArticle(db), await makeArticle(db)];
  const day = (n: number) => beijingDay(new Date(Date.now() - n * 86_400_000));
  await db.insert(articleViews).values([
    { day: day(0), articleId: a.id, views: 5 },
    { day: day(1), articleId: b.id, views: 4 },
    { day: day(0), articleId: b.id, views: 3 },
    { day: day(5), articleId: c.id, views: 100 },
  ]);
  const read = async (since: number) => (await listMostRead(db, day(since), 5)).map(({ id, views }) => [id, views]);
  expect(await read(0)).toEqual([
    [a.id, 5],
    [b.id, 3],
  ]);
  expect(await read(1)).toEqual([
    [b.id, 7],
    [a.id, 5],
  ]);
  expect((await read(6))[0]).toEqual([c.id, 100]);
});
