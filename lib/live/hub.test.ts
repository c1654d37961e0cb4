import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishArticle, trashArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { findForDesk } from "@/lib/articles/desk-queries";
import type { Db } from "@/lib/db/client";
import { liveEvents } from "@/lib/db/schema";
import { publishFlash } from "@/lib/flashes/commands";
import { KEPT_EVENTS, pruneLiveEvents, recordLiveEvent } from "@/lib/live/commands";
import { LiveHub } from "@/lib/live/hub";
import { findNewestEvent, listEvents } from "@/lib/live/queries";
import { localStorage } from "@/lib/storage/local";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";

const database = testDb();
let hub: LiveHub;
let categoryId: string;
let ctx: { db: Db; actor: ReturnType<typeof actorOf>; now: Date };

beforeEach(async () => {
  categoryId = (await makeCategory(database.db)).id;
  const { id } = await makeUser(database.db);
  ctx = { db: database.db, actor: actorOf("editor", id), now: new Date() };
  hub = new LiveHub(database.db, { restMs: 0 });
  await hub.start();
});
afterEach(() => hub.close());

const flash = (title: string, set: { level?: number; text?: string } = {}) =>
  publishFlash(ctx, { id: uuidv7(), title, text: "", level: 1, categoryId, symbols: [], ...set });

/** What a page that knows everything up to an event is told. */
const told = (known: number) => hub.since(known)?.messages.map(({ json }) => JSON.parse(json));

describe("what readers see of a flash", () => {
  it("is told when it appears, changes, goes and comes back, each time as it is now", async () => {
    const before = hub.newest;
    const { article } = await flash("央行续做", { level: 2, text: "期限一年。" });
    await hub.look();
    expect(told(before)).toMatchObject([
      { id: article.id, level: 2, title: "央行续做", text: "期限一年。", href: `/articles/${article.slug}` },
    ]);

    const found = await findForDesk(database.db, article.id);
    const form = { ...found!.article, tags: found!.tags, symbols: found!.symbols };
    const { article: raised } = await updateArticle(ctx, { ...form, level: 3, title: "央行续做八千亿" });
    await hub.look();
    expect(told(before)).toMatchObject([{ id: article.id, level: 3, title: "央行续做八千亿" }]);

    const { article: withdrawn } = await unpublishArticle(ctx, {
      id: raised.id,
      version: raised.version,
      reason: "数字有误。",
    });
    await hub.look();
    const [gone] = told(before)!;
    expect(gone).toMatchObject({ id: article.id, label: "已撤回" });
    expect(gone.words).toMatch(/^这条快讯已于 \d\d:\d\d 撤回，原因：数字有误。$/);
    expect(JSON.stringify(gone)).not.toContain("八千亿");

    await publishArticle(ctx, { id: withdrawn.id, version: withdrawn.version });
    await hub.look();
    expect(told(before)).toMatchObject([{ title: "央行续做八千亿" }]);
    expect(hub.newest).toBe(before + 4);
  });

  it("is told of a takedown after a withdrawal, whose reason nobody keeps", async () => {
    const before = hub.newest;
    const { article } = await flash("先撤回后删除的一条");
    const seen = { id: article.id, version: article.version, reason: "提到了某人" };
    const { article: withdrawn } = await unpublishArticle(ctx, seen);
    await hub.look();
    expect(told(before)).toMatchObject([{ label: "已撤回" }]);
    const folder = mkdtempSync(join(tmpdir(), "finews-live-"));
    const admin = { ...ctx, actor: actorOf("admin", (await makeUser(database.db, { role: "admin" })).id) };
    const grounds = { requester: "某法院", reason: "侵害名誉权", basis: "", confirm: "永久删除" as const };
    await takeDownArticle(admin, localStorage(folder), { id: article.id, version: withdrawn.version, ...grounds });
    rmSync(folder, { recursive: true });
    await hub.look();
    expect(told(before)).toMatchObject([{ id: article.id, label: "已删除" }]);
    expect(JSON.stringify(told(before))).not.toContain("某人");
  });

  it("is not told of stories, drafts and what never was public", async () => {
    const before = hub.newest;
    const story = await makeArticle(database.db, { status: "draft", categoryId });
    await publishArticle(ctx, { id: story.id, version: 1 });
    const draft = await makeArticle(database.db, { status: "draft", kind: "flash", categoryId });
    await trashArticle(ctx, { id: draft.id, version: 1 });
    await hub.look();
    expect(hub.newest).toBe(before);
  });
});

describe("numbers", () => {
  it("have no gap and appear in their order, whichever of many transactions commits first", async () => {
    const before = await findNewestEvent(database.db);
    const { id } = await makeArticle(database.db, { status: "published", kind: "flash", categoryId });
    const seen: number[] = [];
    let writing = true;
    const reading = (async () => {
      while (writing) {
        const events = await listEvents(database.db, seen.at(-1) ?? before, 500);
        seen.push(...events.map(({ number }) => number));
      }
    })();
    const write = async (n: number) => {
      const attempt = database.db.transaction(async (tx) => {
        await recordLiveEvent(tx, id);
        await tx.execute(sql`select pg_sleep(${(n * 7) % 11}::float / 1000)`);
        if (n % 5 === 0) throw new Error("taken back");
      });
      await attempt.catch(() => {});
    };
    for (let round = 0; round < 12; round++)
      await Promise.all(Array.from({ length: 4 }, (_, lane) => write(round * 4 + lane)));
    writing = false;
    await reading;
    const written = 48 - 10;
    expect(await findNewestEvent(database.db)).toBe(before + written);
    const rest = await listEvents(database.db, seen.at(-1) ?? before, 500);
    const all = [...seen, ...rest.map(({ number }) => number)];
    expect(all).toEqual(Array.from({ length: written }, (_, at) => before + 1 + at));
  });

  it("outlive the article, and old ones are removed but the newest never", async () => {
    const { article } = await flash("将被删的一条");
    await database.db.execute(sql`delete from articles where id = ${article.id}`);
    const newest = await findNewestEvent(database.db);
    await pruneLiveEvents(database.db);
    expect(await findNewestEvent(database.db)).toBe(newest);
    await hub.look();
    expect(hub.newest).toBe(newest);
    await database.db.insert(liveEvents).values(Array.from({ length: KEPT_EVENTS + 100 }, () => ({ articleId: null })));
    await pruneLiveEvents(database.db);
    expect((await listEvents(database.db, 0, 5000)).length).toBe(KEPT_EVENTS);
    expect(await findNewestEvent(database.db)).toBe(newest + KEPT_EVENTS + 100);
  });
});

describe("catching up", () => {
  it("is the same after a restart and on another instance", async () => {
    const before = hub.newest;
    await flash("第一条");
    await flash("第二条");
    const other = new LiveHub(database.db, { restMs: 0 });
    await other.start();
    await hub.look();
    expect(other.since(before)).toEqual(hub.since(before));
    expect(other.since(before)?.messages).toHaveLength(2);
    expect(other.since(other.newest)).toEqual({ newest: other.newest, messages: [] });
    other.close();
  });

  it("waits for what another instance has announced already", async () => {
    const { article } = await flash("别处先知道的一条");
    const known = await findNewestEvent(database.db);
    expect(hub.since(known)).toBeNull();
    expect(await hub.catchUp(known)).toEqual({ newest: known, messages: [] });
    expect(told(known - 1)).toMatchObject([{ id: article.id }]);
  });

  it("is refused for what is too old, and for what was never announced", async () => {
    const small = new LiveHub(database.db, { most: 2, restMs: 0 });
    await small.start();
    const before = small.newest;
    for (const title of ["一", "二", "三"]) await flash(`很短的第${title}条`);
    await small.look();
    expect(small.since(before)).toBeNull();
    expect(small.since(before + 1)?.messages).toHaveLength(2);
    expect(await small.catchUp(small.newest + 1)).toBeNull();
    expect(small.since(-1)).toBeNull();
    small.close();
  });

  it("holds of a flash only how it is now", async () => {
    const small = new LiveHub(database.db, { most: 2, restMs: 0 });
    await small.start();
    const before = small.newest;
    const { article } = await flash("撤掉的原文");
    await small.look();
    await unpublishArticle(ctx, { id: article.id, version: article.version, reason: "有误" });
    await small.look();
    await flash("后来的一条");
    await small.look();
    const messages = small.since(before)!.messages;
    expect(messages.map(({ number }) => number)).toEqual([before + 2, before + 3]);
    expect(JSON.stringify(messages)).not.toContain("撤掉的原文");
    small.close();
  });
});
