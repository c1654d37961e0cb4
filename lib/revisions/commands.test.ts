import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createArticle, publishArticle, trashArticle, updateArticle } from "@/lib/articles/commands";
import { tag } from "@/lib/cache/tags";
import type { Actor } from "@/lib/context";
import { articles, auditLog, mentions, outbox, redirects, revisions } from "@/lib/db/schema";
import { restoreRevision } from "@/lib/revisions/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeCategory, makeSecurity } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const editor = actorOf("editor");
const author = actorOf("author");
const as = (actor: Actor) => ({ db: database.db, actor, now });
const read = async (id: string) => (await database.db.select().from(articles).where(eq(articles.id, id)))[0]!;
const versions = (id: string) =>
  database.db.select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.version);

/** Two versions: 第一稿 with a tag and a security, then 第二稿 elsewhere and at another address. */
async function twoVersions(actor: Actor = editor) {
  const [first, second] = [await makeCategory(database.db), await makeCategory(database.db)];
  const symbol = await makeSecurity(database.db, "SH600036");
  const input = {
    ...{ title: "第一稿", slug: "", summary: "旧摘要", bodyHtml: "<p>旧正文。</p>", kind: "story" as const, level: 2 },
    ...{
      categoryId: first.id,
      tags: ["央行"],
      symbols: [symbol],
      sourceName: "旧来源",
      originalUrl: "",
      editorName: "",
    },
  };
  const { article } = await createArticle(as(actor), input);
  const changed = { ...input, title: "第二稿", summary: "", bodyHtml: "<p>新正文。</p>", level: 1, tags: ["新"] };
  const slug = `di-er-gao-${article.id.slice(-8)}`;
  const next = { ...changed, id: article.id, version: 1, slug, symbols: [], categoryId: second.id, sourceName: "" };
  return { id: article.id, slug, first, ...(await updateArticle(as(actor), next)) };
}

describe("restoreRevision", () => {
  test("writes the old text, fields and lists as a new version that says why; the address stays", async () => {
    const { id, slug, first } = await twoVersions();
    const { article } = await restoreRevision(as(editor), { id, version: 2, revision: 1 });
    expect(article).toMatchObject({
      version: 3,
      title: "第一稿",
      summary: "旧摘要",
      bodyHtml: "<p>旧正文。</p>",
      slug,
    });
    expect(article).toMatchObject({
      level: 2,
      categoryId: first.id,
      sourceName: "旧来源",
      status: "draft",
      wordCount: 4,
    });
    const kept = await versions(id);
    expect(kept.map(({ version, reason }) => `${version} ${reason}`)).toEqual(["1 ", "2 ", "3 恢复第 1 版"]);
    expect(kept[2]?.fields).toMatchObject({ slug, tags: ["央行"], symbols: ["SH600036"] });
    const audit = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
    expect(audit.at(-1)).toMatchObject({ action: "article.updated", change: { version: 3, reason: "恢复第 1 版" } });
    expect(await database.db.$count(redirects, eq(redirects.articleId, id))).toBe(0);
  });

  test("of a published article, readers' pages are announced as stale", async () => {
    const { id } = await twoVersions();
    await publishArticle(as(editor), { id, version: 2 });
    const { tags } = await restoreRevision(as(editor), { id, version: 3, revision: 1 });
    expect(tags).toContain(tag.article(id));
    expect(await read(id)).toMatchObject({ status: "published", revisedAt: now });
    const rows = await database.db.select().from(outbox).orderBy(outbox.id);
    expect(rows.at(-1)).toMatchObject({ topic: "article.updated", payload: { tags } });
  });

  test("cleans what was stored under an older grammar", async () => {
    const { id } = await twoVersions();
    const dirty = { bodyHtml: '<p onclick="x()">旧<script>1</script>正文。</p>' };
    await database.db
      .update(revisions)
      .set(dirty)
      .where(and(eq(revisions.articleId, id), eq(revisions.version, 1)));
    const { article } = await restoreRevision(as(editor), { id, version: 2, revision: 1 });
    expect(article.bodyHtml).toBe("<p>旧正文。</p>");
  });

  test("what an importer found about sectors stays a sector", async () => {
    const { id } = await twoVersions();
    const symbol = await makeSecurity(database.db, "BK0493");
    await database.db.insert(mentions).values({ articleId: id, symbol, relation: "sector", origin: "markup" });
    const fields = { ...(await versions(id))[0]!.fields, symbols: ["BK0493", "SH600036"] };
    await database.db
      .update(revisions)
      .set({ fields })
      .where(and(eq(revisions.articleId, id), eq(revisions.version, 1)));
    await restoreRevision(as(editor), { id, version: 2, revision: 1 });
    const rows = await database.db.select().from(mentions).where(eq(mentions.articleId, id)).orderBy(mentions.symbol);
    expect(rows.map(({ symbol, relation }) => `${symbol} ${relation}`)).toEqual(["BK0493 sector", "SH600036 direct"]);
  });

  test("an outlet that no longer exists is left as it is", async () => {
    const { id, article } = await twoVersions();
    const fields = { ...(await versions(id))[0]!.fields, categoryId: "01900000-0000-7000-8000-000000000000" };
    await database.db
      .update(revisions)
      .set({ fields })
      .where(and(eq(revisions.articleId, id), eq(revisions.version, 1)));
    expect((await restoreRevision(as(editor), { id, version: 2, revision: 1 })).article).toMatchObject({
      title: "第一稿",
      categoryId: article.categoryId,
    });
  });

  test("an author restores their own draft", async () => {
    const { id } = await twoVersions(author);
    expect((await restoreRevision(as(author), { id, version: 2, revision: 1 })).article.title).toBe("第一稿");
  });

  test.each([
    ["another's article", actorOf("author"), { version: 2, revision: 1 }, "not_found"],
    ["a stale tab", editor, { version: 1, revision: 1 }, "conflict"],
    ["a version that never was", editor, { version: 2, revision: 9 }, "not_found"],
    ["the version that stands", editor, { version: 2, revision: 2 }, "invalid"],
  ])("refuses %s and changes nothing", async (_what, actor, input, code) => {
    const { id } = await twoVersions();
    await expect(restoreRevision(as(actor), { id, ...input })).rejects.toMatchObject({ code });
    expect(await versions(id)).toHaveLength(2);
    expect(await read(id)).toMatchObject({ title: "第二稿", version: 2 });
  });

  test("refuses an author whose article is published, and everybody while it is in the bin", async () => {
    const { id } = await twoVersions(author);
    await publishArticle(as(editor), { id, version: 2 });
    const restore = (actor: Actor, version: number) => restoreRevision(as(actor), { id, version, revision: 1 });
    await expect(restore(author, 3)).rejects.toMatchObject({ code: "forbidden" });
    await trashArticle(as(editor), { id, version: 3 });
    await expect(restore(editor, 4)).rejects.toMatchObject({ code: "invalid" });
    expect(await versions(id)).toHaveLength(4);
  });
});
