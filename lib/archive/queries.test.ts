import { beforeAll, describe, expect, test } from "vitest";
import { articles, categories } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { countDays, findNeighbours, findSpan, listDay } from "./queries";

const database = testDb();

beforeAll(async () => {
  const { db } = database;
  const [outlet] = await db.insert(categories).values({ slug: "jia", name: "甲报", pinyin: "jiabao" }).returning();
  const published = (slug: string, at: string, more: Partial<typeof articles.$inferInsert> = {}) => ({
    ...{ slug, title: slug, status: "published" as const, categoryId: outlet!.id, publishAt: new Date(at) },
    ...more,
  });
  await db
    .insert(articles)
    .values([
      published("first", "2024-02-29T23:59:59+08:00"),
      published("midnight", "2024-03-01T00:00:00+08:00"),
      ...Array.from({ length: 45 }, (_, n) =>
        published(`busy-${n}`, `2024-03-05T09:${10 + Math.floor(n / 2)}:00+08:00`),
      ),
      published("flash", "2024-03-05T20:00:00+08:00", { kind: "flash" }),
      published("withdrawn", "2024-03-07T10:00:00+08:00", { status: "withdrawn" }),
      published("last", "2025-01-01T00:00:00+08:00"),
      published("ahead", new Date(Date.now() + 86_400_000).toISOString()),
    ]);
});

test("days are counted in Beijing, by what is public", async () => {
  expect([...(await countDays(database.db, "2024-01-01", "2024-12-31"))]).toEqual(
    expect.arrayContaining([
      ["2024-02-29", 1],
      ["2024-03-01", 1],
      ["2024-03-05", 46],
    ]),
  );
  expect((await countDays(database.db, "2024-03-01", "2024-03-01")).size).toBe(1);
  expect((await countDays(database.db, "2024-03-07", "2024-03-07")).size).toBe(0);
});

test("the archive reaches from its first to its last day", async () => {
  expect(await findSpan(database.db)).toEqual({ first: "2024-02-29", last: "2025-01-01" });
});

describe("the days with news around one", () => {
  test.each([
    ["2024-03-01", { previous: "2024-02-29", next: "2024-03-05" }],
    ["2024-03-03", { previous: "2024-03-01", next: "2024-03-05" }],
    ["2024-03-07", { previous: "2024-03-05", next: "2025-01-01" }],
    ["2024-02-29", { previous: null, next: "2024-03-01" }],
    ["2025-01-01", { previous: "2024-03-05", next: null }],
  ])("%s", async (day, expected) => {
    expect(await findNeighbours(database.db, day)).toEqual(expected);
  });
});

test("a day's pages hold each of its articles once, and nothing of another day", async () => {
  const first = await listDay(database.db, "2024-03-05", {});
  const last = first.items.at(-1)!;
  const second = await listDay(database.db, "2024-03-05", { after: { at: last.publishAt, id: last.id } });
  const slugs = [...first.items, ...second.items].map(({ slug }) => slug);
  expect([first.hasMore, second.hasMore]).toEqual([true, false]);
  expect(slugs[0]).toBe("flash");
  expect([...new Set(slugs)]).toHaveLength(46);
  expect(slugs.every((slug) => slug === "flash" || slug.startsWith("busy-"))).toBe(true);
});
