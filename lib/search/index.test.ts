import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createArticle, publishArticle, trashArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { articleSearch, articles, searchDictionaries } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { searchParams } from "./filters";
import { findPage } from "./find-page";
import { needsReindex, reindex } from "./reindex";
import { readIndexStatus } from "./status";

const database = testDb();

const now = new Date("2026-11-25T08:00:00Z");
const editor = async () => actorOf("editor", (await makeUser(database.db)).id);
const find = async (q: string, more: Record<string, unknown> = {}) =>
  (await findPage(database.db, searchParams.parse({ q, ...more }))).hits.map(({ slug }) => slug);
/** A word that no dictionary and no other test has. */
const word = () => `词${randomUUID().slice(0, 8)}`;

async function published(set: Partial<Parameters<typeof articleForm>[0]> = {}) {
  const ctx = { db: database.db, actor: await editor(), now };
  const { id: categoryId } = await makeCategory(database.db);
  const { article } = await createArticle(ctx, articleForm({ categoryId, ...set }));
  const done = await publishArticle(ctx, { id: article.id, version: 1 });
  return { ctx, ...done, categoryId };
}

describe("the index follows each command in its own transaction", () => {
  test("a draft is not found, what is published is, what is withdrawn or in the bin is not", async () => {
    const said = word();
    const ctx = { db: database.db, actor: await editor(), now };
    const { id: categoryId } = await makeCategory(database.db);
    const { article } = await createArticle(ctx, articleForm({ categoryId, title: said }));
    expect(await find(said)).toEqual([]);
    const { slug } = (await publishArticle(ctx, { id: article.id, version: 1 })).article;
    expect(await find(said)).toEqual([slug]);
    await unpublishArticle(ctx, { id: article.id, version: 2, reason: "有误" });
    expect(await find(said)).toEqual([]);
    await publishArticle(ctx, { id: article.id, version: 3 });
    expect(await find(said)).toEqual([slug]);
    await trashArticle(ctx, { id: article.id, version: 4 });
    expect(await find(said)).toEqual([]);
  });

  test("an edit is found by the new words and no longer by the old ones", async () => {
    const [before, after] = [word(), word()];
    const { ctx, article, categoryId } = await published({ bodyHtml: `<p>${before}</p>` });
    await updateArticle(ctx, {
      ...articleForm({ categoryId, slug: article.slug, bodyHtml: `<p>${after}</p>` }),
      ...{ id: article.id, version: article.version },
    });
    expect(await find(before)).toEqual([]);
    expect(await find(after)).toEqual([article.slug]);
  });
});

describe("filters", () => {
  test("by kind, level, outlet, date, and both orders", async () => {
    const said = word();
    const one = await published({ title: said });
    const two = await published({ title: `${said}快讯`, kind: "flash", level: 3, bodyHtml: `<p>${said}。</p>` });
    const both = [one.article.slug, two.article.slug].sort();
    expect((await find(said)).sort()).toEqual(both);
    expect((await find(said, { sort: "best" })).sort()).toEqual(both);
    expect(await find(said, { kind: "flash" })).toEqual([two.article.slug]);
    expect(await find(said, { level: "3" })).toEqual([two.article.slug]);
    expect(await find(said, { from: "2026-11-26" })).toEqual([]);
    expect((await find(said, { from: "2026-11-25", to: "2026-11-25" })).sort()).toEqual(both);
    expect(await find(said, { to: "2026-11-24" })).toEqual([]);
    expect(await find(said, { outlet: "nirgendwo" })).toEqual([]);
  });

  test.each(["'", "\\", "%_\\", "\u0000", "a'b\\c", "((((", "!&|:*<->", "-", '"', "𠮷", "☃☃"])(
    "%j is answered",
    async (q) => {
      for (const sort of ["newest", "best"]) await expect(find(q, { sort })).resolves.toBeInstanceOf(Array);
    },
  );

  test("pages go on by position to the last hit, each hit once", async () => {
    const said = word();
    const { id: categoryId } = await makeCategory(database.db);
    for (let n = 0; n < 45; n++) {
      const publishAt = new Date(now.getTime() - n * 40 * 86_400_000);
      await makeArticle(database.db, {
        categoryId,
        title: `${said}`,
        slug: `${said}-${n}`,
        status: "published",
        publishAt,
      });
    }
    await reindex(database.db);
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 4; page++) {
      const found = await findPage(database.db, searchParams.parse({ q: said, after }));
      expect(found.count).toEqual({ count: 45, isExact: true });
      seen.push(...found.hits.map(({ slug }) => slug));
      if (!found.next) break;
      after = found.next;
    }
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => `${said}-${n}`));
  });
});

describe("reindex", () => {
  test("takes in what was published before there was an index; broken off, it goes on", async () => {
    const said = word();
    const { id: categoryId } = await makeCategory(database.db, { name: `新媒体${word()}` });
    for (let n = 0; n < 450; n++)
      await makeArticle(database.db, { categoryId, title: said, status: "published", publishAt: now });
    const stop = new AbortController();
    const first = await reindex(database.db, { onProgress: (done) => done > 0 && stop.abort(), signal: stop.signal });
    expect(first).toMatchObject({ state: "stopped", articles: 200 });
    expect(await needsReindex(database.db)).toBe(true);
    expect((await readIndexStatus(database.db)).isUnderWay).toBe(true);
    const second = await reindex(database.db);
    expect(second.state).toBe("done");
    expect(second.articles).toBeGreaterThanOrEqual(250);
    expect(await needsReindex(database.db)).toBe(false);
    const status = await readIndexStatus(database.db);
    expect(status).toMatchObject({ isUnderWay: false, mismatch: "none", indexed: status.articles });
    expect(await reindex(database.db)).toEqual({ state: "done", articles: 0 });
  });

  test("a new name is a mismatch until the next one; another way of cutting asks for one by itself", async () => {
    await makeCategory(database.db, { name: "紫杉观察报" });
    expect(await readIndexStatus(database.db)).toMatchObject({ mismatch: "names", newNames: 1 });
    expect(await needsReindex(database.db)).toBe(false);
    await reindex(database.db);
    expect(await readIndexStatus(database.db)).toMatchObject({ mismatch: "none", newNames: 0 });
    await database.db.update(searchDictionaries).set({ version: "0.old" });
    expect(await readIndexStatus(database.db)).toMatchObject({ mismatch: "cutting" });
    expect(await needsReindex(database.db)).toBe(true);
    await reindex(database.db);
    expect(await needsReindex(database.db)).toBe(false);
  });

  test("what is deleted is gone with its article", async () => {
    const { article } = await published();
    await database.db.delete(articles).where(eq(articles.id, article.id));
    expect(await database.db.$count(articleSearch, eq(articleSearch.articleId, article.id))).toBe(0);
  });
});
