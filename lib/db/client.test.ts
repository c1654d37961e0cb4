import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type PageNotes, withNotes } from "@/lib/cache/tag-page";
import { testDb } from "@/lib/testing/db";

const database = testDb();

test("what the database does for a request is noted where somebody wants to know, failures too", async () => {
  const notes: PageNotes = { tags: new Set(), timing: { statements: 0, databaseMs: 0 } };
  const rows = await withNotes(notes, async () => {
    await database.db.execute(sql`select 1 n`);
    await expect(database.db.execute(sql`select 1 / 0`)).rejects.toThrow();
    return database.db.execute<{ n: number }>(sql`select 7 n`);
  });
  expect([rows[0]?.n, notes.timing?.statements]).toEqual([7, 3]);
  expect(notes.timing?.databaseMs).toBeGreaterThan(0);
  const silent: PageNotes = { tags: new Set() };
  expect(await withNotes(silent, () => database.db.execute<{ n: number }>(sql`select 7 n`))).toMatchObject([{ n: 7 }]);
});
