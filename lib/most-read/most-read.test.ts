import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listCards } from "@/lib/articles/queries";
import { articles, articleViewHours, clusterMembers, mostRead, outbox } from "@/lib/db/schema";
import { rankMostRead } from "@/lib/most-read/commands";
import { isUnranked, listMostRead } from "@/lib/most-read/queries";
import { testDb } from "@/lib/testing/db";
import { makeArticle } from "@/lib/testing/factories";
import { planByIndex } from "@/lib/testing/plan";

const database = testDb();
const now = new Date("2026-11-24T16:30:00Z");
const HOUR_MS = 3_600_000;

type Published = { id: string; kind: "story" | "flash"; publishAt: Date };

/** A public article that was read so often, so many hours ago. */
async function read(title: string, views: [hoursAgo: number, times: number][], set = {}): Promise<Published> {
  const row = await makeArticle(database.db, { title, status: "published", ...set });
  await look(row.id, views);
  return { id: row.id, kind: row.kind, publishAt: row.publishAt! };
}

async function look(articleId: string, views: [hoursAgo: number, times: number][]) {
  const hour = (ago: number) => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS - ago * HOUR_MS);
  await database.db
    .insert(articleViewHours)
    .values(views.map(([ago, n]) => ({ hour: hour(ago), articleId, views: n })));
}

const tell = async (...members: Published[]) => {
  const clusterId = randomUUID();
  await database.db
    .insert(clusterMembers)
    .values(members.map(({ id, kind, publishAt }) => ({ articleId: id, clusterId, kind, publishedAt: publishAt })));
};

const rank = () => rankMostRead(database.db, now);
const titles = async () => {
  const { day, week } = await listMostRead(database.db);
  return { day: day.map(({ title }) => title), week: week.map(({ title }) => title) };
};
const announced = () => database.db.$count(outbox, eq(outbox.topic, "most-read.ranked"));

beforeEach(async () => {
  for (const table of [articleViewHours, mostRead, clusterMembers, outbox]) await database.db.delete(table);
});

describe("rankMostRead", () => {
  test("sums the last 24 and 168 hours, the current one among them and the 24th before it not", async () => {
    await read("今天", [
      [0, 2],
      [23, 3],
    ]);
    await read("昨天", [
      [24, 9],
      [1, 1],
    ]);
    await read("上周", [[167, 20]]);
    await read("更早", [[168, 90]]);
    await rank();
    expect(await titles()).toEqual({ day: ["今天", "昨天"], week: ["上周", "昨天", "今天"] });
  });

  test("of two that were read as often the newer one stands first", async () => {
    await read("旧", [[1, 4]], { publishAt: new Date("2026-11-22T00:00:00Z") });
    await read("新", [[1, 4]], { publishAt: new Date("2026-11-23T00:00:00Z") });
    await rank();
    expect((await titles()).day).toEqual(["新", "旧"]);
  });

  test("a story of several outlets has one place, by all its readers, with the one they read most", async () => {
    const few = await read("甲报的", [[1, 3]]);
    const many = await read("乙报的", [[1, 5]]);
    await read("另一件事", [[1, 7]]);
    await tell(few, many);
    await rank();
    expect((await titles()).day).toEqual(["乙报的", "另一件事"]);
  });

  test("what became one story since stands there once", async () => {
    const first = await read("甲报的", [[1, 5]]);
    const second = await read("乙报的", [[1, 3]]);
    await rank();
    await tell(first, second);
    expect((await titles()).day).toEqual(["甲报的"]);
  });

  test("flashes count, drafts, plans and what is gone do not", async () => {
    await read("快讯", [[1, 1]], { kind: "flash" });
    for (const status of ["draft", "scheduled", "withdrawn", "trashed"] as const)
      await read(status, [[1, 9]], { status, publishAt: new Date("2999-01-01T00:00:00Z") });
    await look(randomUUID(), [[1, 9]]);
    await rank();
    expect(await titles()).toEqual({ day: ["快讯"], week: ["快讯"] });
  });

  test("announces a new order, and only that", async () => {
    const [a, b] = [await read("甲", [[1, 5]]), await read("乙", [[1, 4]])];
    expect([await rank(), await announced()]).toEqual([true, 1]);
    await look(a.id, [[2, 9]]);
    expect([await rank(), await announced()]).toEqual([false, 1]);
    await look(b.id, [[3, 90]]);
    expect([await rank(), await announced()]).toEqual([true, 2]);
    expect((await titles()).day).toEqual(["乙", "甲"]);
    const [row] = await database.db.select().from(outbox).orderBy(outbox.id);
    expect(row!.payload.tags).toEqual(["most-read"]);
  });

  test("what happens behind the tenth place is kept and not announced", async () => {
    for (let n = 0; n < 12; n++) await read(`第${n + 1}`, [[1, 100 - n]]);
    await rank();
    const last = await read("刚到", [[1, 50]]);
    expect(await rank()).toBe(false);
    expect((await listMostRead(database.db)).ranked).toContain(last.id);
  });

  test("workers that count at the same time do not get in each other's way", async () => {
    await read("甲", [[1, 5]]);
    expect((await Promise.all([rank(), rank(), rank()])).filter(Boolean)).toHaveLength(1);
  });

  test("when everything was read too long ago, the lists are empty again", async () => {
    await read("甲", [[1, 5]]);
    await rank();
    expect(await isUnranked(database.db)).toBe(false);
    expect(await rankMostRead(database.db, new Date(now.getTime() + 200 * HOUR_MS))).toBe(true);
    expect(await isUnranked(database.db)).toBe(true);
  });
});

test("when one of the ten leaves, the eleventh takes its place at once, and it may come back", async () => {
  const all: Published[] = [];
  for (let n = 0; n < 12; n++) all.push(await read(`第${n + 1}`, [[1, 100 - n]]));
  await rank();
  const set = (status: "withdrawn" | "published") =>
    database.db.update(articles).set({ status }).where(eq(articles.id, all[0]!.id));
  await set("withdrawn");
  const gone = await listMostRead(database.db);
  expect(gone.day.map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, n) => `第${n + 2}`));
  // The page carries its tag still: it may come back.
  expect(gone.ranked).toContain(all[0]!.id);
  await set("published");
  expect((await titles()).day[0]).toBe("第1");
});

test("lines stand in the order that is asked for", async () => {
  const [a, b] = [await read("甲", [[1, 1]]), await read("乙", [[1, 1]])].map(({ id }) => id);
  expect((await listCards(database.db, [b!, randomUUID(), a!])).map(({ title }) => title)).toEqual(["乙", "甲"]);
});

test("a span is one range of the index of hours", async () => {
  const plan = await planByIndex(
    database.sql,
    "article_view_hours",
    "select article_id, sum(views) from article_view_hours where hour > '2026-11-23' and hour <= '2026-11-24' group by article_id",
  );
  expect(plan).toMatch(/Index Scan using article_view_hours_hour_article_id_pk/);
  expect(plan).toMatch(/Index Cond: \(\(hour > .* AND \(hour <= /);
});
