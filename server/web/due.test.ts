import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { publishDue } from "@/lib/articles/schedule-commands";
import { followInvalidations } from "@/lib/cache/invalidation";
import { PageStore } from "@/lib/cache/page-store";
import { tag } from "@/lib/cache/tags";
import { connect } from "@/lib/db/client";
import { articles, auditLog, frontBar, frontPlacements, outbox } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle } from "@/lib/testing/factories";
import { DueTimes } from "./due";

const database = testDb();
const inMs = (ms: number) => new Date(Date.now() + ms);
const statusOf = async (id: string) =>
  (await database.db.select().from(articles).where(eq(articles.id, id)))[0]!.status;

function keep(store: PageStore, key: string, tags: string[]) {
  store.beginRender(key);
  for (const name of tags) store.notesOf(key)?.tags.add(name);
  store.endRender(key, { html: "<!DOCTYPE html><html><body>x</body></html>", status: 200 });
}

let store: PageStore;
let due: DueTimes;
beforeEach(async () => {
  await database.db.delete(articles);
  store = new PageStore({ maxBytes: 1e6 });
  due = new DueTimes(database.db, store);
});

describe("DueTimes", () => {
  it("publishes at the first look what became due while nothing ran", async () => {
    const { id } = await makeArticle(database.db, { status: "scheduled", publishAt: inMs(-60_000) });
    expect(due.isDue()).toBe(true);
    await due.settle();
    expect(await statusOf(id)).toBe("published");
    expect(due.isDue()).toBe(false);
  });

  it("drops a list that was rendered just before the time, and the 404 of the address", async () => {
    await due.settle();
    const article = await makeArticle(database.db, { status: "scheduled", publishAt: inMs(400) });
    await due.look();
    keep(store, "/", [tag.home]);
    keep(store, `/articles/${article.slug}`, [tag.path(`/articles/${article.slug}`)]);
    keep(store, "/other", ["other"]);
    expect(due.isDue()).toBe(false);
    // Never late: however long the database took to answer, the first request at the time looks.
    expect(due.isDue(article.publishAt!.getTime())).toBe(true);
    await vi.waitUntil(() => Date.now() > article.publishAt!.getTime(), { interval: 5 });
    await due.settle();
    expect(["/", `/articles/${article.slug}`, "/other"].filter((key) => store.get(key))).toEqual(["/other"]);
  });

  it("does not keep what was being rendered at the time", async () => {
    await makeArticle(database.db, { status: "scheduled", publishAt: inMs(-1) });
    store.beginRender("/");
    store.notesOf("/")?.tags.add(tag.home);
    await due.settle();
    store.endRender("/", { html: "<!DOCTYPE html><html><body>old</body></html>", status: 200 });
    expect(store.get("/")).toBeUndefined();
  });

  it("drops the pages also when a worker was first and was not heard of yet", async () => {
    await due.settle();
    const { id } = await makeArticle(database.db, { status: "scheduled", publishAt: inMs(150) });
    await due.look();
    keep(store, "/", [tag.home]);
    await vi.waitUntil(() => due.isDue(), { interval: 5 });
    await publishDue({ db: database.db, actor: { kind: "system", job: "publish-due" }, now: inMs(50) });
    // Another change is heard of before this one; it must not make the process believe that all is done.
    await due.look();
    expect(due.isDue()).toBe(true);
    expect(store.get("/")).toBeDefined();
    await due.settle();
    expect(store.get("/")).toBeUndefined();
    expect(await database.db.$count(auditLog, eq(auditLog.subjectId, id))).toBe(1);
  });

  it("waits for a worker that is just publishing", async () => {
    await due.settle();
    const { id } = await makeArticle(database.db, { status: "scheduled", publishAt: inMs(-10) });
    let settled: Promise<void> | undefined;
    const fresh = new DueTimes(database.db, store);
    await database.db.transaction(async (tx) => {
      await tx.update(articles).set({ status: "published" }).where(eq(articles.id, id));
      settled = fresh.settle();
      await new Promise((done) => setTimeout(done, 200));
      expect(fresh.isDue()).toBe(true);
    });
    await settled;
    expect(fresh.isDue()).toBe(false);
    expect(await database.db.$count(auditLog, eq(auditLog.subjectId, id))).toBe(0);
  });

  it("hears of a new time from the outbox", async () => {
    const connection = connect(database.url, { max: 2 });
    await due.settle();
    const stop = await followInvalidations(connection, store, () => void due.look());
    await makeArticle(database.db, { status: "scheduled", publishAt: inMs(1) });
    expect(due.isDue()).toBe(false);
    await database.sql`insert into outbox (topic, payload) values ('article.scheduled', '{"tags":["x"]}')`;
    await vi.waitUntil(() => due.isDue());
    await stop();
    await connection.close();
  });

  it("drops what shows something that is over, at its end and not before", async () => {
    const { id: articleId } = await makeArticle(database.db, { status: "published" });
    const bar = { kind: "breaking" as const, text: "突发", startsAt: inMs(0), raisedBy: "陆遥" };
    const [soon, later] = [inMs(400), inMs(60_000)];
    await database.db.insert(frontPlacements).values({
      ...{ position: 0, articleId, endsAt: soon, placedBy: "陆遥", placedAt: inMs(0) },
    });
    await database.db.insert(frontBar).values({ ...bar, endsAt: later });
    // What the other tests published is dropped for a minute at every look.
    await database.db.delete(outbox);
    await due.settle();
    keep(store, "/", [tag.home, tag.bar]);
    keep(store, "/live", [tag.live, tag.bar]);
    keep(store, "/other", ["other"]);
    expect(due.isDue(soon.getTime())).toBe(true);
    await vi.waitUntil(() => Date.now() > soon.getTime(), { interval: 5 });
    // Something else is heard of first: it must not make the process believe that all is done.
    await due.look();
    expect(due.isDue()).toBe(true);
    await due.settle();
    expect(["/", "/live", "/other"].filter((key) => store.get(key))).toEqual(["/other"]);

    keep(store, "/", [tag.home, tag.bar]);
    expect([due.isDue(), due.isDue(later.getTime())]).toEqual([false, true]);
    await due.settle();
    expect(store.get("/")).toBeDefined();
    await database.db.delete(frontBar);
    await due.look();
    expect(due.isDue(later.getTime())).toBe(false);
  });

  it("answers although the database is away, and asks again a second later", async () => {
    const connection = connect("postgres://finews:x@127.0.0.1:1/none", { max: 1 });
    const lost = new DueTimes(connection.db, store);
    await lost.settle();
    expect(lost.isDue()).toBe(false);
    expect(lost.isDue(Date.now() + 1001)).toBe(true);
    await connection.close();
  });
});
