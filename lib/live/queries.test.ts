import { beforeEach, expect, test } from "vitest";
import { listTimeline } from "@/lib/articles/queries";
import { articles } from "@/lib/db/schema";
import { listWithdrawn } from "@/lib/live/queries";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 2, minute));
let categoryId: string;

beforeEach(async () => {
  await database.db.delete(articles);
  categoryId = (await makeCategory(database.db)).id;
});

const make = (minute: number, set: Parameters<typeof makeArticle>[1] = {}) =>
  makeArticle(database.db, { kind: "flash", status: "published", publishAt: at(minute), categoryId, ...set });

test("all flashes, or the important ones, page by page", async () => {
  for (const minute of [1, 2, 3, 4, 5, 6]) await make(minute, { level: 1 + (minute % 3), title: `第${minute}条` });
  await make(7, { kind: "story" });
  await make(8, { status: "draft", level: 3 });
  const titles = async (important: boolean, after?: { at: Date; id: string }) => {
    const { items, hasMore } = await listTimeline(database.db, important ? "important" : "flash", { after, limit: 3 });
    return { titles: items.map(({ title }) => title), hasMore, last: items.at(-1) };
  };
  const first = await titles(false);
  expect(first).toMatchObject({ titles: ["第6条", "第5条", "第4条"], hasMore: true });
  const second = await titles(false, { at: first.last!.publishAt, id: first.last!.id });
  expect(second).toMatchObject({ titles: ["第3条", "第2条", "第1条"], hasMore: false });
  const important = await titles(true);
  expect(important).toMatchObject({ titles: ["第5条", "第4条", "第2条"], hasMore: true });
  const rest = await titles(true, { at: important.last!.publishAt, id: important.last!.id });
  expect(rest).toMatchObject({ titles: ["第1条"], hasMore: false });
});

test("withdrawn flashes of a page's span, but none that was taken down", async () => {
  const withdrawn = { status: "withdrawn", withdrawnAt: at(50), withdrawnReason: "有误" } as const;
  const [old, low, high] = [
    await make(1, withdrawn),
    await make(4, withdrawn),
    await make(6, { ...withdrawn, level: 2 }),
  ];
  await make(5, { ...withdrawn, takenDownAt: at(51) });
  await make(5, { ...withdrawn, kind: "story" });
  const ids = async (...[important, span]: [boolean, Omit<Parameters<typeof listWithdrawn>[2], "limit">]) =>
    (await listWithdrawn(database.db, important, { ...span, limit: 10 })).map(({ id }) => id);
  expect(await ids(false, { from: null })).toEqual([high.id, low.id, old.id]);
  expect(await ids(false, { from: at(4) })).toEqual([high.id, low.id]);
  expect(await ids(false, { from: null, after: { at: at(6), id: high.id } })).toEqual([low.id, old.id]);
  expect(await ids(true, { from: null })).toEqual([high.id]);
});
