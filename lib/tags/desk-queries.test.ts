import { beforeAll, expect, test } from "vitest";
import { articleTags } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeTag } from "@/lib/testing/factories";
import { findTagTargets, listTagLines } from "./desk-queries";

const database = testDb();

beforeAll(async () => {
  const { db } = database;
  for (let n = 0; n < 60; n++) await makeTag(db, { slug: `z-${String(n).padStart(2, "0")}`, name: `填充${n}` });
  const first = await makeTag(db, { slug: "a-b", name: "A B" });
  await makeTag(db, { slug: "a-b-2", name: "A-B" });
  await makeTag(db, { slug: "a-gone", name: "旧的", mergedIntoId: first.id });
  const { id: articleId } = await makeArticle(db);
  await db.insert(articleTags).values({ articleId, tagId: first.id });
});

test("tags are listed by address with what each counts, page after page and back", async () => {
  const first = await listTagLines(database.db, {});
  expect(first.items.slice(0, 2)).toMatchObject([
    { name: "A B", count: 1, twin: null, into: null },
    { name: "A-B", count: 0, twin: "A B" },
  ]);
  expect([first.items.length, first.hasOlder, first.hasNewer]).toEqual([50, true, false]);
  const second = await listTagLines(database.db, { after: first.items.at(-1)!.slug });
  expect([second.items.length, second.hasOlder, second.hasNewer]).toEqual([12, false, true]);
  const back = await listTagLines(database.db, { before: second.items[0]!.slug });
  expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  const newest = await listTagLines(database.db, { sort: "newest" });
  expect(newest.items[0]!.name).toBe("A-B");
});

test("those of one address, those that were merged, and those that words fit", async () => {
  const names = async (params: Parameters<typeof listTagLines>[1]) =>
    (await listTagLines(database.db, params)).items.map(({ name }) => name);
  expect(await names({ view: "same" })).toEqual(["A-B"]);
  expect((await listTagLines(database.db, { view: "merged" })).items).toMatchObject([{ name: "旧的", into: "A B" }]);
  expect(await names({ q: "填充59" })).toEqual(["填充59"]);
  expect(await names({ q: "旧的" })).toEqual([]);
});

test("a tag to choose is found by its words, the exact one first, merged ones not", async () => {
  const [first] = await findTagTargets(database.db, "填充5", null);
  expect(first).toMatchObject({ name: "填充5", count: 0 });
  expect(await findTagTargets(database.db, "旧的", null)).toEqual([]);
  expect((await findTagTargets(database.db, "填充5", first!.id)).map(({ name }) => name)).not.toContain("填充5");
});
