import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publishArticle, unpublishArticle } from "@/lib/articles/commands";
import {
  articles,
  articleTags,
  auditLog,
  categories,
  mentions,
  pushChannels,
  pushes,
  pushRequests,
} from "@/lib/db/schema";
import { env } from "@/lib/env";
import { baiduPush } from "@/lib/pushes/baidu";
import type { Channel } from "@/lib/pushes/channels";
import { retryPushes } from "@/lib/pushes/commands";
import { deliver } from "@/lib/pushes/deliver";
import { indexNow } from "@/lib/pushes/indexnow";
import type { Peer } from "@/lib/pushes/peer";
import { websubHub } from "@/lib/pushes/websub";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeSecurity, makeTag } from "@/lib/testing/factories";
import { startPushPeer } from "@/lib/testing/push-peer";

const database = testDb();
const { siteUrl } = env();
const start = new Date("2026-11-26T10:00:00Z");
let now = start;
const clock = () => now;
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

type Fake = Awaited<ReturnType<typeof startPushPeer>>;
type Say = Parameters<typeof startPushPeer>[0];
let say: NonNullable<Say>;
let fake: Fake;
let categoryId: string;

beforeEach(async () => {
  now = start;
  say = () => ({});
  fake = await startPushPeer((heard) => say(heard));
  await database.db.delete(pushes);
  await database.db.delete(pushRequests);
  await database.db.delete(pushChannels);
  categoryId = (await makeCategory(database.db)).id;
});
afterEach(() => fake.close());

const peers: Record<Channel, () => Peer> = {
  websub: () => websubHub(fake.url),
  indexnow: () => indexNow({ endpoint: fake.url, key: "abcdef-0123", siteUrl }),
  baidu: () => baiduPush({ endpoint: fake.url, token: "edk7ychrEZP9pDQD", siteUrl }),
};
const run = (channel: Channel) => deliver(database.db, peers[channel](), clock);
const publish = (set: Parameters<typeof makeArticle>[1] = {}) =>
  makeArticle(database.db, { status: "published", slug: `g-${randomUUID()}`, categoryId, ...set });
const urlOf = ({ slug }: { slug: string }) => `${siteUrl}/articles/${slug}`;
const baiduTakes = (remain = 1000) => ({ body: JSON.stringify({ remain, success: 1 }) });

/** Addresses that the fake was told and took or refused, request by request. */
const told = (): string[][] =>
  fake.heard.map(({ type, body }) => {
    if (type.startsWith("application/json")) return JSON.parse(body).urlList;
    if (type === "text/plain") return body.split("\n");
    return new URLSearchParams(body).getAll("hub.url");
  });

describe("IndexNow", () => {
  test("is told of what was published since it was turned on, once, and nothing of the archive", async () => {
    await publish();
    await run("indexnow");
    const article = await publish();
    await run("indexnow");
    await run("indexnow");
    expect(told()).toEqual([[urlOf(article)]]);
    expect(await database.db.$count(pushes)).toBe(0);

    await database.db.update(articles).set({ title: "改题" }).where(eq(articles.id, article.id));
    await run("indexnow");
    expect(told()).toEqual([[urlOf(article)], [urlOf(article)]]);
  });

  test("is told once of a story that changed several times, by its address of now, and of one that is gone", async () => {
    await run("indexnow");
    const article = await publish();
    const slug = `neu-${randomUUID()}`;
    await database.db.update(articles).set({ title: "改题" }).where(eq(articles.id, article.id));
    await database.db.update(articles).set({ slug }).where(eq(articles.id, article.id));
    await run("indexnow");
    expect(told()).toEqual([[urlOf({ slug })]]);
    const ctx = { db: database.db, actor: actorOf("editor"), now };
    await unpublishArticle(ctx, { id: article.id, version: 1, reason: "来源不实" });
    await run("indexnow");
    expect(told()[1]).toEqual([urlOf({ slug })]);
  });

  test("hears nothing of what is not public, or was and is withdrawn before it was told of it", async () => {
    await run("indexnow");
    await publish({ status: "draft" });
    await publish({ status: "scheduled", publishAt: new Date(Date.now() + 3_600_000) });
    await publish({ publishAt: new Date(Date.now() + 3_600_000) });
    await run("indexnow");
    expect(told()).toEqual([]);
  });

  test("hears nothing of an outlet that is not for search engines, also when it becomes so while something waits", async () => {
    await run("indexnow");
    const hidden = await makeCategory(database.db, { indexing: "noindex" });
    await publish({ categoryId: hidden.id });
    await run("indexnow");
    say = () => ({ status: 500 });
    await publish();
    await run("indexnow");
    expect(fake.heard).toHaveLength(1);
    await database.db.update(categories).set({ indexing: "noindex" }).where(eq(categories.id, categoryId));
    later(20_000);
    await run("indexnow");
    expect(fake.heard).toHaveLength(1);
    expect(await database.db.$count(pushes)).toBe(0);
  });

  test("is left alone as long as it asks for, then twice as long each time, and gets everything in the end", async () => {
    await run("indexnow");
    say = () => ({ status: 429, headers: { "Retry-After": "300" } });
    const first = await publish();
    await run("indexnow");
    const second = await publish();
    later(299_000);
    await run("indexnow");
    expect(fake.heard).toHaveLength(1);

    say = () => ({ status: 503 });
    const pauses: number[] = [];
    for (let n = 0; n < 12; n++) {
      const [state] = await database.db.select().from(pushChannels);
      pauses.push(state!.pausedUntil!.getTime() - now.getTime());
      later(pauses.at(-1)!);
      await run("indexnow");
    }
    expect(pauses).toEqual([1, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600].map((s) => s * 1000));

    say = () => ({ status: 202 });
    later(3_600_000);
    await run("indexnow");
    expect(told().at(-1)).toEqual([urlOf(second), urlOf(first)]);
    expect(await database.db.$count(pushes)).toBe(0);
    expect(await database.db.select().from(pushChannels)).toMatchObject([{ failures: 0, pausedUntil: null }]);
  });

  test("that refuses is not asked again until a person says so, and what it said is kept", async () => {
    await run("indexnow");
    say = () => ({ status: 403, body: "key not found" });
    const article = await publish();
    await run("indexnow");
    later(86_400_000);
    await run("indexnow");
    expect(told()).toEqual([[urlOf(article)]]);
    expect(await database.db.select().from(pushes)).toMatchObject([{ tries: 1, fault: "403 key not found" }]);
    expect(await database.db.select().from(pushRequests)).toMatchObject([
      { outcome: "refused", addresses: 1, refused: 1, answer: "403 key not found" },
    ]);

    const input = { channel: "indexnow" as const };
    await expect(retryPushes({ db: database.db, actor: actorOf("editor"), now }, input)).rejects.toMatchObject({
      code: "forbidden",
    });
    say = () => ({});
    expect(await retryPushes({ db: database.db, actor: actorOf("admin"), now }, input)).toEqual({ count: 1 });
    await run("indexnow");
    expect(told()).toEqual([[urlOf(article)], [urlOf(article)]]);
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.action, "push.retried"));
    expect(rows).toMatchObject([{ subjectId: "indexnow", change: { channel: "indexnow", count: 1 } }]);
  });

  test("gets ten thousand addresses at once and the rest after them", async () => {
    await run("indexnow");
    const rows = Array.from({ length: 10_001 }, (_, n) => ({
      channel: "indexnow" as const,
      target: `/x/${n}`,
      change: n,
    }));
    for (let at = 0; at < rows.length; at += 5000) await database.db.insert(pushes).values(rows.slice(at, at + 5000));
    await run("indexnow");
    expect(told().map(({ length }) => length)).toEqual([10_000, 1]);
    expect(new Set(told().flat()).size).toBe(10_001);
    expect(told()[1]).toEqual([`${siteUrl}/x/0`]);
  });

  test("is told again of what changed while it was being told", async () => {
    await run("indexnow");
    const article = await publish();
    const peer = peers.indexnow();
    let isFirst = true;
    const slow: Peer = {
      ...peer,
      tell: async (urls) => {
        const verdict = await peer.tell(urls);
        if (isFirst) await database.db.update(articles).set({ title: "又改" }).where(eq(articles.id, article.id));
        isFirst = false;
        return verdict;
      },
    };
    await deliver(database.db, slow, clock);
    expect(told()).toEqual([[urlOf(article)], [urlOf(article)]]);
  });
});

describe("Baidu", () => {
  test("is told of what is new, not of what changed or left", async () => {
    await run("baidu");
    say = () => baiduTakes();
    const article = await publish();
    const gone = await publish();
    const ctx = { db: database.db, actor: actorOf("editor"), now };
    await unpublishArticle(ctx, { id: gone.id, version: 1, reason: "来源不实" });
    await run("baidu");
    await database.db.update(articles).set({ title: "改题" }).where(eq(articles.id, article.id));
    await unpublishArticle(ctx, { id: article.id, version: 1, reason: "来源不实" });
    await run("baidu");
    expect(told()).toEqual([[urlOf(article)]]);
  });

  test("gets no more a day than it takes, the newest first, and the rest after midnight in Beijing", async () => {
    await run("baidu");
    say = () => baiduTakes(1);
    const [first, second, third] = [await publish(), await publish(), await publish()];
    await publish().then(async ({ id }) => {
      await run("baidu");
      await database.db.delete(articles).where(eq(articles.id, id));
    });
    expect(told()[0]).toHaveLength(4);

    const [fourth, fifth] = [await publish(), await publish()];
    say = () => baiduTakes(0);
    await run("baidu");
    expect(told().slice(1)).toEqual([[urlOf(fifth)]]);
    later(3_600_000);
    await run("baidu");
    expect(fake.heard).toHaveLength(2);

    now = new Date("2026-11-26T16:00:01Z");
    await run("baidu");
    expect(told().slice(2)).toEqual([[urlOf(fourth)]]);
    expect(told()[0]).toEqual(expect.arrayContaining([urlOf(first), urlOf(second), urlOf(third)]));
  });

  test("that says that the quota is used up is asked tomorrow, also when a person wants it sooner", async () => {
    await run("baidu");
    say = () => ({ status: 400, body: JSON.stringify({ error: 400, message: "over quota" }) });
    const article = await publish();
    await run("baidu");
    await retryPushes({ db: database.db, actor: actorOf("admin"), now }, { channel: "baidu" });
    later(3_600_000);
    await run("baidu");
    expect(fake.heard).toHaveLength(1);
    now = new Date("2026-11-26T16:00:00Z");
    say = () => baiduTakes();
    await run("baidu");
    expect(told()).toEqual([[urlOf(article)], [urlOf(article)]]);
  });

  test("says which addresses it refuses; the others are told", async () => {
    await run("baidu");
    const [good, bad] = [await publish(), await publish()];
    say = () => ({ body: JSON.stringify({ remain: 9, success: 1, not_valid: [urlOf(bad)] }) });
    await run("baidu");
    await run("baidu");
    expect(told()).toEqual([[urlOf(bad), urlOf(good)]]);
    expect(await database.db.select().from(pushes)).toMatchObject([
      { target: bad.id, fault: expect.stringMatching(/not_valid/) },
    ]);
    expect(await database.db.select().from(pushRequests)).toMatchObject([
      { outcome: "told", addresses: 2, refused: 1 },
    ]);
  });
});

describe("a hub", () => {
  const feeds = (list: string) => ["feed.xml", "atom.xml", "feed.json"].map((file) => `${siteUrl}${list}/${file}`);

  test("is told of every feed that an article stands in, each once for a burst", async () => {
    await run("websub");
    await makeSecurity(database.db, "SH600519", "贵州茅台");
    await makeSecurity(database.db, "SZ000001", "平安银行");
    const flash = await publish({ kind: "flash", level: 2 });
    const listed = { articleId: flash.id, listedAt: flash.publishAt };
    const { id: tagId } = await makeTag(database.db, { slug: "锂电池" });
    await database.db.insert(articleTags).values({ ...listed, tagId });
    await database.db.insert(mentions).values([
      { ...listed, symbol: "SH600519", relation: "direct", origin: "editor", isFlash: true },
      { ...listed, symbol: "SZ000001", relation: "sector", origin: "editor", isFlash: true },
    ]);
    await publish();
    await run("websub");
    const [outlet] = await database.db.select().from(categories).where(eq(categories.id, categoryId));
    expect(told()).toHaveLength(1);
    expect(told()[0]!.sort()).toEqual(
      [
        ...["", `/category/${outlet!.slug}`, `/tag/${encodeURIComponent("锂电池")}`, "/stock/SH600519"].flatMap(feeds),
        ...["/all", "/live", "/live/important"].flatMap(feeds),
      ].sort(),
    );
  });

  test("is told when something leaves a feed, and of nothing while nothing is public", async () => {
    await run("websub");
    const draft = await publish({ status: "draft" });
    await run("websub");
    expect(told()).toEqual([]);
    const ctx = { db: database.db, actor: actorOf("editor"), now };
    await publishArticle(ctx, { id: draft.id, version: 1 });
    await run("websub");
    await unpublishArticle(ctx, { id: draft.id, version: 2, reason: "不实" });
    await run("websub");
    expect(told()[1]!.sort()).toEqual([...told()[0]!, ...feeds("/corrections")].sort());
    expect(told()).toHaveLength(2);
  });

  test("that wants one address a request, and does not know one of them, hears of all", async () => {
    await run("websub");
    await publish();
    say = ({ body }) => {
      const urls = new URLSearchParams(body).getAll("hub.url");
      return { status: urls.length > 1 ? 400 : urls[0]!.endsWith("/atom.xml") ? 404 : 204 };
    };
    await run("websub");
    const [all, ...single] = told();
    expect(all).toHaveLength(9);
    expect(single.map(([url]) => url).sort()).toEqual(all!.sort());
    const left = await database.db.select().from(pushes);
    expect(left.map(({ target, fault }) => [target.split("/").at(-1), fault])).toEqual([
      ...Array(3).fill(["atom.xml", "404"]),
    ]);
  });
});
