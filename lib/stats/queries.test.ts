import { beforeEach, describe, expect, test } from "vitest";
import { startOfBeijingDay } from "@/lib/dates";
import { articles, media } from "@/lib/db/schema";
import { listBusiest, listPublishedDays, listPublishedHours, readQueues } from "@/lib/stats/queries";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const HOUR = 3_600_000;
const midnight = startOfBeijingDay(new Date());
const later = (hours: number) => new Date(midnight.getTime() + hours * HOUR);

beforeEach(async () => {
  await database.db.delete(articles);
  await database.db.delete(media);
});

describe("what was published", () => {
  test("stands under its day in Beijing, its kind, its hour and its outlet", async () => {
    const { db } = database;
    const [a, b] = [await makeCategory(db), await makeCategory(db)];
    const publish = (hours: number, categoryId: string, kind: "story" | "flash" = "story") =>
      makeArticle(db, { status: "published", publishAt: later(hours), categoryId, kind });
    await publish(-0.5, a.id);
    await publish(0, a.id);
    await publish(1.5, a.id, "flash");
    await publish(1.6, b.id, "flash");
    await makeArticle(db, { status: "withdrawn", publishAt: later(1), categoryId: b.id });

    const days = await listPublishedDays(db, later(-24));
    expect(days.map(({ kind, count }) => `${kind} ${count}`).sort()).toEqual(["flash 2", "story 1", "story 1"]);
    expect(new Set(days.map(({ day }) => day)).size).toBe(2);
    expect((await listPublishedHours(db, midnight)).sort((x, y) => x.hour - y.hour)).toEqual([
      { hour: 0, count: 1 },
      { hour: 1, count: 2 },
    ]);
    expect((await listBusiest(db, later(-24), 5)).map(({ id, count }) => [id, count])).toEqual([
      [a.id, 3],
      [b.id, 1],
    ]);
    expect(await listBusiest(db, midnight, 1)).toHaveLength(1);
  });
});

describe("what waits", () => {
  test("nothing, in an empty newsroom", async () => {
    const queues = await readQueues(database.db);
    expect(queues).toMatchObject({
      review: { count: 0, oldest: null },
      scheduled: { count: 0, overdue: 0, longest: null, next: null },
      pictures: { processing: 0, failed: 0 },
      jobs: null,
    });
  });

  test("stories in review, late and planned ones, pictures", async () => {
    const { db } = database;
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await makeArticle(db, { status: "in_review", updatedAt: ago(70) });
    await makeArticle(db, { status: "in_review", updatedAt: ago(10) });
    await makeArticle(db, { status: "scheduled", publishAt: ago(30) });
    await makeArticle(db, { status: "scheduled", publishAt: ago(0.5) });
    await makeArticle(db, { status: "scheduled", publishAt: ago(-60) });
    const picture = { name: "a", mime: "image/png", bytes: 1, width: 1, height: 1 };
    await db.insert(media).values([
      { ...picture, sha256: "1" },
      { ...picture, sha256: "2", status: "failed" },
      { ...picture, sha256: "3", status: "ready" },
    ]);
    const { review, scheduled, pictures } = await readQueues(db);
    expect(review.count).toBe(2);
    expect(Date.now() - review.oldest!.getTime()).toBeGreaterThan(69 * 60_000);
    expect([scheduled.count, scheduled.overdue]).toEqual([3, 1]);
    expect(scheduled.next!.getTime()).toBeGreaterThan(Date.now());
    expect(pictures).toEqual({ processing: 1, failed: 1 });
  });
});
