import { beforeEach, expect, test } from "vitest";
import { articles } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { listNews, MOST_NEWS, NEWS_MS } from "./news-queries";

const database = testDb();
const now = new Date();
const ago = (ms: number) => new Date(now.getTime() - ms);
beforeEach(async () => {
  await database.db.delete(articles);
});

const published = (slug: string, publishAt: Date, set: Partial<typeof articles.$inferInsert> = {}) =>
  makeArticle(database.db, { slug, status: "published", publishAt, ...set });
const slugs = async (limit?: number) => (await listNews(database.db, now, limit)).map(({ slug }) => slug);

test("stories of the last 48 hours, newest first, to the millisecond", async () => {
  await published("just-in", ago(NEWS_MS - 1));
  await published("just-out", ago(NEWS_MS));
  await published("newest", ago(1000));
  expect(await slugs()).toEqual(["newest", "just-in"]);
});

test("no flash, nothing that is not public, and nothing whose outlet forbids it", async () => {
  const barred = await makeCategory(database.db, { indexing: "noindex" });
  const noNews = await makeCategory(database.db, { inNews: false });
  await published("story", ago(1000));
  await published("flash", ago(1000), { kind: "flash" });
  await published("ahead", ago(-60_000));
  await published("scheduled", ago(-60_000), { status: "scheduled" });
  await published("withdrawn", ago(1000), { status: "withdrawn" });
  await published("trashed", ago(1000), { status: "trashed" });
  await published("barred", ago(1000), { categoryId: barred.id });
  await published("no-news", ago(1000), { categoryId: noNews.id });
  expect(await slugs()).toEqual(["story"]);
});

test("never more than a thousand, the newest of them", async () => {
  const { id } = await makeCategory(database.db);
  await database.db.insert(articles).values(
    Array.from({ length: MOST_NEWS + 5 }, (_, n) => ({
      ...{ slug: `n-${n}`, title: "稿", categoryId: id, status: "published" as const, publishAt: ago(1000 + n * 1000) },
    })),
  );
  const found = await slugs();
  expect([found.length, found[0], found.at(-1)]).toEqual([1000, "n-0", "n-999"]);
});
