import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findNewestChange, listChanges } from "@/lib/changes/queries";
import { type Connection, connect, type Db } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeCategory } from "@/lib/testing/factories";

const database = testDb();
let writers: Connection;
/** One for each writer: two that write into the same outlet take turns at its count. */
const outlets: string[] = [];
beforeAll(async () => {
  writers = connect(database.url, { max: 8, name: "writers" });
  for (let n = 0; n < 6; n++) outlets.push((await makeCategory(database.db)).id);
});
afterAll(() => writers.close());

const publishAt = new Date("2026-11-20T00:00:00Z");
const row = (writer: number) => ({
  ...{ id: randomUUID(), slug: randomUUID(), title: "题", publishAt },
  ...{ status: "published" as const, categoryId: outlets[writer]! },
});
const write = (db: Pick<Db, "insert">, article: ReturnType<typeof row>) => db.insert(articles).values(article);

/** Reads on from `after` until `isOver` and nothing is left. */
async function follow(after: number, limit: number, isOver: () => boolean) {
  const seen: { number: number; articleId: string }[] = [];
  for (;;) {
    const over = isOver();
    const page = await listChanges(database.db, seen.at(-1)?.number ?? after, limit);
    seen.push(...page);
    if (over && page.length === 0) return seen;
  }
}

const newest = async () => (await findNewestChange(database.db))?.number ?? 0;
const upFrom = (after: number, count: number) => Array.from({ length: count }, (_, place) => after + place + 1);

/** A transaction that is open from `begun` on and commits when `end` is called. */
function openWriter(rows: ReturnType<typeof row>[]) {
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  let begin = () => {};
  const begun = new Promise<void>((done) => {
    begin = done;
  });
  const done = writers.db.transaction(async (tx) => {
    for (const one of rows) await write(tx, one);
    begin();
    await ended;
  });
  return { begun, end, done };
}

test("whoever reads meanwhile sees each change once, in whatever order transactions commit", async () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 2 });
  const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(order, sizes, fc.integer({ min: 1, max: 7 }), async (commits, counts, limit) => {
      const after = await newest();
      const opened: (ReturnType<typeof openWriter> & { ids: string[] })[] = [];
      for (const [place] of commits.entries()) {
        const rows = Array.from({ length: counts[place]! }, () => row(place));
        const writer = openWriter(rows);
        await writer.begun;
        opened.push({ ...writer, ids: rows.map(({ id }) => id) });
      }
      let isOver = false;
      const reading = follow(after, limit, () => isOver);
      // They began one after another; they commit in the order drawn.
      const byDraw = commits.map((draw, place) => ({ draw, place })).sort((a, b) => a.draw - b.draw);
      const committed: string[] = [];
      for (const { place } of byDraw) {
        opened[place]!.end();
        await opened[place]!.done;
        committed.push(...opened[place]!.ids);
        // Read in between: a change of one that began earlier must not come in below.
        expect((await listChanges(database.db, after, 100)).map(({ articleId }) => articleId)).toEqual(
          expect.arrayContaining(committed),
        );
      }
      isOver = true;
      const seen = await reading;
      expect(seen.map(({ number }) => number)).toEqual(upFrom(after, committed.length));
      expect(seen.map(({ articleId }) => articleId)).toEqual(committed);
    }),
    { numRuns: 12 },
  );
});

test("several readers and writers at once agree on one order without a gap", async () => {
  const after = await newest();
  let left = 6;
  const writing = outlets.map(async (_, writer) => {
    for (let n = 0; n < 20; n++) await writers.db.transaction((tx) => write(tx, row(writer)));
    left--;
  });
  const readers = [1, 10, 500].map((limit) => follow(after, limit, () => left === 0));
  const [first, ...others] = await Promise.all(readers);
  await Promise.all(writing);
  expect(first!.map(({ number }) => number)).toEqual(upFrom(after, 120));
  expect(new Set(first!.map(({ articleId }) => articleId)).size).toBe(120);
  for (const other of others) expect(other).toEqual(first);
});
