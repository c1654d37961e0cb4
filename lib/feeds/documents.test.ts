import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createArticle, publishArticle } from "@/lib/articles/commands";
import { articles, articleTags, categories, categoryAliases, clusterMembers, media, mentions } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import {
  actorOf,
  articleForm,
  makeArticle,
  makeCategory,
  makeSecurity,
  makeTag,
  makeUser,
} from "@/lib/testing/factories";
import { ask, SITE, walk } from "@/lib/testing/feeds/portal";
import { readEverywhere } from "@/lib/testing/feeds/read-feed";
import { faultsOf } from "@/lib/testing/feeds/validator";
import { FEED_FILES, FEED_FORMATS, FEED_TYPES, type FeedFormat } from "./types";

vi.mock("next/server", async (original) => ({ ...(await original<object>()), connection: async () => {} }));

const database = testDb();
const at = (minute: number) => new Date(Date.UTC(2025, 10, 1) + minute * 60_000);
const picture = { id: "0190a0b0-0000-7000-8000-000000000001", generation: 2 };
const BODY = `<p>第一段说了一件事。第二句。</p><figure><img src="/media/${picture.id}/1600.webp?v=2" alt="图" width="1600" height="900"></figure><p><a href="/stock/SH600519">茅台</a>与<a href="https://a.test/x" rel="external nofollow noopener">别处</a>。</p>`;

let made: { id: string; kind: "story" | "flash"; level: number; minute: number; outlet: "full" | "summary" }[];
let tagId: string;

/** 90 articles: each second one a flash, each third one of the outlet that gives its texts away. */
beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: database.url, SITE_URL: SITE, WEBSUB_HUB: "https://hub.test/" });
  const { db } = database;
  const outlets = {
    full: await makeCategory(db, { slug: "quanwen", name: "全文报", feedText: "full", updatedAt: at(0) }),
    summary: await makeCategory(db, { slug: "zhaiyao", name: "摘要报", updatedAt: at(0) }),
  };
  await db.insert(categoryAliases).values({ alias: "lao ming", categoryId: outlets.full.id });
  tagId = (await makeTag(db, { slug: "锂电池", name: "锂电池" })).id;
  await makeSecurity(db, "SH600519", "贵州茅台");
  await db.insert(media).values({
    ...{
      ...picture,
      sha256: "a",
      name: "a.png",
      mime: "image/png",
      bytes: 7,
      width: 3000,
      height: 1700,
      status: "ready",
    },
    variants: [{ slot: 960, format: "webp", width: 960, height: 544, bytes: 4321 }],
  });
  made = [];
  for (let minute = 0; minute < 90; minute++) {
    const outlet = minute % 3 === 0 ? "full" : "summary";
    const set = { kind: minute % 2 ? "flash" : "story", level: minute % 2 ? 1 + (minute % 3) : 1 } as const;
    const row = await makeArticle(db, {
      ...{ ...set, status: "published", publishAt: at(minute), categoryId: outlets[outlet].id, slug: `稿-${minute}` },
      ...{ title: `第${minute}篇 <b>&amp; "x" ]]>`, bodyHtml: BODY, updatedAt: at(minute) },
    });
    made.unshift({ id: row.id, minute, outlet, kind: set.kind, level: set.level });
    if (minute % 4 === 0) await db.insert(articleTags).values({ articleId: row.id, tagId, listedAt: at(minute) });
    if (minute % 5 === 0)
      await db
        .insert(mentions)
        .values({ articleId: row.id, symbol: "SH600519", relation: "direct", origin: "auto", listedAt: at(minute) });
  }
  // Two outlets tell one story; lists of all stories show the first of them.
  const told = [20, 40].map((minute) => made.find((one) => one.minute === minute)!);
  await db.insert(clusterMembers).values(
    told.map(({ id, minute }) => ({
      articleId: id,
      clusterId: told[0]!.id,
      kind: "story" as const,
      publishedAt: at(minute),
    })),
  );
  // Neither is public.
  await makeArticle(db, { title: "草稿" });
  await makeArticle(db, { status: "scheduled", publishAt: new Date(Date.now() + 3_600_000) });
});

type Made = (typeof made)[number];
const KINDS: [string, (one: Made) => boolean][] = [
  ["", ({ kind, minute }) => kind === "story" && minute !== 40],
  ["/all", () => true],
  ["/live", ({ kind }) => kind === "flash"],
  ["/live/important", ({ level }) => level > 1],
  ["/live/level/3", ({ level }) => level === 3],
  ["/category/quanwen", ({ outlet }) => outlet === "full"],
  ["/tag/%E9%94%82%E7%94%B5%E6%B1%A0", ({ minute }) => minute % 4 === 0 && minute !== 40],
  ["/stock/SH600519", ({ minute }) => minute % 5 === 0],
];
const idOf = (format: FeedFormat, id: string) => (format === "atom" ? `urn:uuid:${id}` : `article:${id}`);

describe.each(KINDS)("the feed of %s/", (list, isIn) => {
  test.each(FEED_FORMATS)(
    "holds in %s exactly its articles, newest first, says so to every parser and is valid",
    async (format) => {
      const documents = await walk(`${list}/${FEED_FILES[format]}`);
      const read: string[] = [];
      for (const [path, text] of documents) {
        expect(await faultsOf(format, text, `${SITE}${path}`), path).toEqual([]);
        const [first, ...others] = Object.values(await readEverywhere(format, text));
        for (const other of others) expect(other, path).toEqual(first);
        read.push(...first!.items.map(({ id }) => id));
        for (const item of first!.items) {
          const minute = Number(/第(\d+)篇/.exec(item.title)![1]);
          expect(item).toMatchObject({
            ...{ title: `第${minute}篇 <b>&amp; "x" ]]>`, at: at(minute).getTime() / 1000 },
            ...{
              link: `${SITE}/articles/${encodeURIComponent(`稿-${minute}`)}`,
              summary: `第一段说了一件事。第二句。${minute % 2 ? " 茅台与别处。" : ""}`,
            },
            outlet: minute % 3 === 0 ? "全文报" : "摘要报",
          });
        }
      }
      expect(read).toEqual(made.filter(isIn).map(({ id }) => idOf(format, id)));
    },
  );
});

test("is sent as what it is, says when it last changed, names its hub and is for programs everywhere", async () => {
  for (const format of FEED_FORMATS) {
    const path = `/category/zhaiyao/${FEED_FILES[format]}`;
    const { headers, notes } = await ask(path);
    const newest = made.find(({ outlet }) => outlet === "summary")!;
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": `${FEED_TYPES[format]}; charset=utf-8`,
      "last-modified": at(newest.minute).toUTCString(),
      link: `<${SITE}${path}>; rel="self", <https://hub.test/>; rel="hub"`,
      "access-control-allow-origin": "*",
    });
    expect(notes.headers?.["Last-Modified"]).toBe(at(newest.minute).toUTCString());
  }
  const renamed = at(5_000);
  await database.db.update(categories).set({ updatedAt: renamed }).where(eq(categories.slug, "zhaiyao"));
  expect((await ask("/category/zhaiyao/feed.xml")).headers.get("last-modified")).toBe(renamed.toUTCString());
  await database.db
    .update(categories)
    .set({ updatedAt: at(0) })
    .where(eq(categories.slug, "zhaiyao"));
});

describe("a licence", () => {
  test("for the whole text gives it with whole addresses, and the picture as a file", async () => {
    const { text } = await ask("/category/quanwen/feed.json");
    const [item] = JSON.parse(text).items;
    expect(item.content_html).toBe(BODY.replaceAll('"/', `"${SITE}/`));
    const url = `${SITE}/media/${picture.id}/960.webp?v=2`;
    expect(item).toMatchObject({ image: url, attachments: [{ url, mime_type: "image/webp", size_in_bytes: 4321 }] });
  });

  test("for a summary gives nothing else, wherever the article stands", async () => {
    const { text } = await ask("/all/atom.xml");
    for (const entry of text.split("<entry>").slice(1)) {
      const isFull = entry.includes("<name>全文报</name>");
      expect([entry.includes("<content"), entry.includes('rel="enclosure"')]).toEqual([isFull, isFull]);
    }
    const other = await ask("/category/zhaiyao/feed.xml");
    expect(other.text).not.toContain("茅台</a>");
    expect(other.text).not.toContain("<enclosure");
  });

  test("that changes is heard of by every document that shows the outlet", async () => {
    const [outlet] = await database.db.select().from(categories).where(eq(categories.slug, "quanwen"));
    for (const path of [
      "/feed.xml",
      "/all/atom.xml",
      "/tag/%E9%94%82%E7%94%B5%E6%B1%A0/feed.json",
      "/stock/SH600519/feed.xml",
    ])
      expect((await ask(path)).notes.tags, path).toContain(`outlet:${outlet!.id}`);
  });
});

test("a change after publication moves the time of the change, not that of publication", async () => {
  const { id, minute } = made.find(({ kind }) => kind === "story")!;
  const revisedAt = at(minute + 7);
  await database.db.update(articles).set({ revisedAt, updatedAt: revisedAt }).where(eq(articles.id, id));
  const { text, headers } = await ask("/atom.xml");
  const entry = text.split("<entry>").find((part) => part.includes(id))!;
  expect(entry).toContain(`<updated>2025-11-01T09:${String(28 + 7).padStart(2, "0")}:00+08:00</updated>`);
  expect(entry).toContain("<published>2025-11-01T09:28:00+08:00</published>");
  expect(headers.get("last-modified")).toBe(revisedAt.toUTCString());
});

test.each([
  ["/rss.xml", "/feed.xml"],
  ["/category/quanwen/rss.xml", "/category/quanwen/feed.xml"],
  ["/category/lao%20ming/atom.xml", "/category/quanwen/atom.xml"],
  ["/category/lao%20ming/feed.xml/before/1-x", "/category/quanwen/feed.xml/before/1-x"],
  ["/stock/sh600519/feed.json", "/stock/SH600519/feed.json"],
  ["/search/rss.xml?q=a", "/search/feed.xml?q=a"],
])("%s leads to %s, in one step", async (path, to) => {
  const { status, headers } = await ask(path);
  expect([status, headers.get("location")]).toEqual([308, to]);
});

test.each([
  "/category/meiyou/feed.xml",
  "/tag/meiyou/atom.xml",
  "/stock/SH999999/feed.json",
  "/feed.xml/before/x",
  "/feed.xml/before/1-0190a0b0000070008000000000000001",
  "/live/level/2/feed.xml",
  "/search/feed.xml",
  "/search/feed.xml?kind=story",
  "/api/feeds",
  "/constructor/feed.xml",
])("%s is no feed", async (path) => expect((await ask(path)).status).toBe(404));

test("what is not there yet is expired by what makes it", async () => {
  expect((await ask("/tag/%E6%96%B0/feed.xml")).notes.tags).toContain("path:/tag/新");
  expect((await ask("/category/xin/feed.xml")).notes.tags).toContain("path:/category/xin");
  expect((await ask("/stock/SH600000/feed.xml")).notes.tags).toContain("stock:SH600000");
});

test("a search has one too, with its filters, further pages and no place in search engines", async () => {
  const { db } = database;
  const ctx = { db, actor: actorOf("editor", (await makeUser(db)).id), now: at(1000) };
  const categoryId = (await makeCategory(db)).id;
  for (let n = 0; n < 33; n++) {
    const { article } = await createArticle(
      ctx,
      articleForm({ categoryId, title: `铱矿第${n}号`, kind: n % 11 ? "story" : "flash" }),
    );
    await publishArticle({ ...ctx, now: at(1000 + n) }, { id: article.id, version: 1 });
  }
  const q = encodeURIComponent("铱矿");
  const first = await ask(`/search/feed.xml?q=${q}&sort=best&nonsense=1`);
  expect(first.headers.get("x-robots-tag")).toBe("noindex");
  expect(await faultsOf("rss", first.text, `${SITE}/search/feed.xml?q=${q}`)).toEqual([]);
  const documents = await walk(`/search/feed.json?q=${q}`);
  const titles = [...documents.values()].flatMap((text) =>
    JSON.parse(text).items.map(({ title }: { title: string }) => title),
  );
  expect(documents.size).toBe(2);
  expect(titles).toEqual(Array.from({ length: 33 }, (_, n) => `铱矿第${32 - n}号`));
  const flashes = await ask(`/search/atom.xml?q=${q}&kind=flash`);
  expect(flashes.text.split("<entry>")).toHaveLength(4);
});
