import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { treeToHtml } from "@/lib/content/flow";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { type Element, parseHtml } from "@/lib/content/tree";
import { articles, auditLog, media, revisions } from "@/lib/db/schema";
import { replaceImage } from "@/lib/importers/jekyll/images";
import { picture } from "@/lib/media/testing/pictures";
import { localStorage } from "@/lib/storage/local";
import { testDb } from "@/lib/testing/db";
import { makeArticle } from "@/lib/testing/factories";
import { pictureLinks, withFigures } from "./links";
import { fetchForeignImages } from "./run";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-foreign-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A foreign picture between words, as importer and sanitiser store it. */
function imported(src: string, alt = ""): string {
  const root = parseHtml(`<img src="${src}" alt="${alt}">`);
  root.childNodes = [replaceImage(root.childNodes[0] as Element)];
  return `<p>前。</p>${treeToHtml(root)}<p>后。</p>`;
}

test("finds what the importer wrote, with its caption", () => {
  const html = imported("https://pic.example.com/a.png?x=1&amp;y=2", "甲 &lt;乙&gt;");
  expect(pictureLinks(html)).toEqual([{ url: "https://pic.example.com/a.png?x=1&y=2", caption: "甲 <乙>" }]);
  expect(pictureLinks('<p><a href="https://a.cn/" rel="external nofollow noopener">原文</a></p>')).toEqual([]);
});

test("what replaces a link is of the grammar, and a quote in the caption does no harm", () => {
  const id = "018f6d2a-0000-7000-8000-00000000000a";
  const html = imported("https://pic.example.com/a.png", "“甲” &quot;乙&quot;");
  const shown = withFigures(
    html,
    new Map([["https://pic.example.com/a.png", { id, generation: 1, width: 90, height: 60 }]]),
  );
  expect(shown).toContain(
    `<figure><img src="/media/${id}/1600.webp" alt="“甲” &quot;乙&quot;" width="90" height="60">`,
  );
  expect(sanitizeArticleHtml(shown)).toBe(shown);
});

test("puts pictures in the place of their links by the ordinary command; what is refused stays a link", async () => {
  const good = "https://pic.example.com/good.png";
  const bad = "https://pic.example.com/bad.png";
  const bodyHtml = imported(good, "走势") + imported(bad);
  const article = await makeArticle(database.db, { status: "published", bodyHtml });
  const other = await makeArticle(database.db, { bodyHtml: imported(good) });
  const bytes = await picture("png");
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return { bytes: url === good ? bytes : Buffer.from("<html>"), type: "text/plain", url: new URL(url) };
  };
  const ctx = { db: database.db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
  const storage = localStorage(folder);

  const refused: string[][] = [];
  const seen: number[][] = [];
  const report = await fetchForeignImages(ctx, storage, {
    fetch,
    onRefused: (url, reason) => refused.push([url, reason]),
    onProgress: (...progress) => seen.push(progress),
  });
  expect(report).toEqual({ articles: 2, pictures: 1, refused: 1, isStopped: false });
  expect(refused).toEqual([[bad, "这不是能收的图片，只收 JPEG、PNG、WebP、AVIF、GIF"]]);
  expect(seen).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(asked).toEqual([good, bad]);

  const [saved] = await database.db.select().from(articles).where(eq(articles.id, article.id));
  const [row] = await database.db.select().from(media);
  expect(row).toMatchObject({ name: "good", alt: "走势", credit: "pic.example.com", createdBy: null });
  expect(saved!.bodyHtml).toContain(
    `<figure><img src="/media/${row!.id}/1600.webp" alt="走势" width="40" height="30">`,
  );
  expect(saved!.bodyHtml).toContain(`<a href="${bad}"`);
  expect(saved!.version).toBe(2);
  expect(await database.db.$count(revisions, eq(revisions.articleId, other.id))).toBe(1);
  expect(await database.db.$count(auditLog, eq(auditLog.actor, "system:fetch-images"))).toBeGreaterThan(2);

  const again = await fetchForeignImages(ctx, storage, { fetch });
  expect(again).toMatchObject({ articles: 0, pictures: 0 });
});

test("stops at the limit", async () => {
  const url = "https://pic.example.com/limit.png";
  for (let n = 0; n < 3; n++) await makeArticle(database.db, { bodyHtml: imported(url) });
  const bytes = await picture("png", { colour: "#123456" });
  const fetch = async () => ({ bytes, type: "", url: new URL(url) });
  const ctx = { db: database.db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
  const limited = await fetchForeignImages(ctx, localStorage(folder), { fetch, limit: 1 });
  expect(limited.articles).toBe(1);
});

test("stopped in the middle it keeps what it has, and the next run goes on", async () => {
  const urls = ["one", "two"].map((name) => `https://stop.example.com/${name}.png`);
  const article = await makeArticle(database.db, { bodyHtml: urls.map((url) => imported(url)).join("") });
  const ctx = { db: database.db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
  const stop = new AbortController();
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    if (url === urls[0]) stop.abort();
    return {
      bytes: await picture("png", { colour: url === urls[0] ? "#010203" : "#040506" }),
      type: "",
      url: new URL(url),
    };
  };
  const stopped = await fetchForeignImages(ctx, localStorage(folder), { fetch, signal: stop.signal });
  expect(stopped.isStopped).toBe(true);
  const body = async () => (await database.db.select().from(articles).where(eq(articles.id, article.id)))[0]!.bodyHtml;
  expect(pictureLinks(await body()).map(({ url }) => url)).toEqual([urls[1]]);

  asked.length = 0;
  await fetchForeignImages(ctx, localStorage(folder), { fetch });
  expect(asked.filter((url) => urls.includes(url))).toEqual([urls[1]]);
  expect(pictureLinks(await body())).toEqual([]);
});

test("a host that fails three times in a row is left alone, others are asked on", async () => {
  const dead = [1, 2, 3, 4, 5].map((n) => `https://dead.example.com/${n}.png`);
  const alive = "https://alive.example.com/a.png";
  await makeArticle(database.db, { bodyHtml: [...dead, alive].map((url) => imported(url)).join("") });
  const ctx = { db: database.db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    if (!url.startsWith("https://alive")) throw Object.assign(new Error(), { code: "ECONNREFUSED" });
    return { bytes: await picture("png", { colour: "#070809" }), type: "", url: new URL(url) };
  };
  const reasons: string[] = [];
  await fetchForeignImages(ctx, localStorage(folder), {
    fetch,
    onRefused: (url, reason) => dead.includes(url) && reasons.push(reason),
  });
  expect(asked.filter((url) => dead.includes(url))).toEqual(dead.slice(0, 3));
  expect(asked).toContain(alive);
  expect(reasons[0]).toBe("the host refuses connections");
  expect(reasons[4]).toBe("dead.example.com failed 3 times and is left alone in this run");
});
