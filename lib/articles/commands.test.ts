import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as commands from "@/lib/articles/commands";
import type { CreateArticleInput } from "@/lib/articles/validation";
import { tag } from "@/lib/cache/tags";
import type { Actor } from "@/lib/context";
import { articles, articleTags, auditLog, mentions, outbox, redirects, revisions } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeSecurity } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const editor = actorOf("editor");
const author = actorOf("author");
const as = (actor: Actor) => ({ db: database.db, actor, now });

const form = async (set: Partial<CreateArticleInput> = {}) =>
  articleForm({ ...set, categoryId: set.categoryId ?? (await makeCategory(database.db)).id });

const read = async (id: string) => (await database.db.select().from(articles).where(eq(articles.id, id)))[0]!;
/** Everything a write could have touched. */
const everything = async () => ({
  articles: await database.db.select().from(articles).orderBy(articles.id),
  revisions: await database.db.$count(revisions),
  audit: await database.db.$count(auditLog),
  redirects: await database.db.$count(redirects),
  outbox: await database.db.$count(outbox),
  tags: await database.db.$count(articleTags),
});
const trail = async (id: string) => ({
  revisions: await database.db.select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.version),
  audit: await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id),
});

describe("createArticle", () => {
  test("makes a sanitised draft with an address of its own, a revision and an audit row", async () => {
    const input = await form({
      bodyHtml: '<p onclick="x()">公告<script>1</script>来了。</p>',
      tags: ["央行", "央行"],
      symbols: [await makeSecurity(database.db, "SH600036")],
    });
    const { article } = await commands.createArticle(as(author), input);
    expect(article).toMatchObject({
      status: "draft",
      version: 1,
      bodyHtml: "<p>公告来了。</p>",
      wordCount: 5,
      createdBy: author.id,
      slug: "gong-gao-lai-le-20261124",
    });
    const { revisions: kept, audit } = await trail(article.id);
    expect(kept).toMatchObject([
      { version: 1, status: "draft", actorName: "author", fields: { tags: ["央行"], symbols: ["SH600036"] } },
    ]);
    expect(audit).toMatchObject([{ action: "article.created", actor: `user:${author.id}` }]);
    expect((await commands.createArticle(as(author), input)).article.slug).toBe("gong-gao-lai-le-20261124-2");
  });

  test.each([
    ["a slug in use", { slug: "taken" }, "slug"],
    ["an unknown security", { symbols: ["SH999999"] }, "symbols"],
    ["an unknown outlet", { categoryId: "01900000-0000-7000-8000-000000000000" }, "categoryId"],
  ])("refuses %s and changes nothing", async (_what, set, field) => {
    await database.db.delete(articles).where(eq(articles.slug, "taken"));
    await makeArticle(database.db, { slug: "taken" });
    const input = await form(set);
    const before = await everything();
    await expect(commands.createArticle(as(editor), input)).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: expect.any(String) },
    });
    expect(await everything()).toEqual(before);
  });
});

describe("updateArticle", () => {
  test("a new slug of a published story: the old address leads to it, and back again without a circle", async () => {
    const story = await makeArticle(database.db, { status: "published", slug: "first" });
    const save = async (slug: string, version: number) =>
      commands.updateArticle(as(editor), {
        ...(await form({ slug, categoryId: story.categoryId })),
        id: story.id,
        version,
      });
    const { article, tags } = await save("second", 1);
    expect(article).toMatchObject({ slug: "second", version: 2, revisedAt: now });
    expect(tags).toEqual(
      expect.arrayContaining([
        tag.path("/articles/first"),
        tag.path("/articles/second"),
        tag.article(story.id),
        tag.home,
      ]),
    );
    const old = () =>
      database.db.select({ from: redirects.fromPath }).from(redirects).where(eq(redirects.articleId, story.id));
    expect(await old()).toEqual([{ from: "/articles/first" }]);
    await save("first", 2);
    expect(await old()).toEqual([{ from: "/articles/second" }]);

    const before = await everything();
    await expect(
      commands.createArticle(as(editor), await form({ slug: "second", categoryId: story.categoryId })),
    ).rejects.toMatchObject({ fields: { slug: expect.stringContaining("曾属于") } });
    expect(await everything()).toEqual(before);
  });

  test("a draft's new slug leaves no redirect, and what is not in the form keeps its lists apart", async () => {
    const draft = await makeArticle(database.db);
    await makeSecurity(database.db, "BK0475");
    await makeSecurity(database.db, "SZ000001");
    await database.db
      .insert(mentions)
      .values({ articleId: draft.id, symbol: "BK0475", relation: "sector", origin: "markup" });
    const input = {
      ...(await form({ slug: "renamed", symbols: ["SZ000001"], categoryId: draft.categoryId })),
      id: draft.id,
    };
    await commands.updateArticle(as(editor), { ...input, version: 1 });
    await commands.updateArticle(as(editor), { ...input, symbols: [], version: 2 });
    expect(
      await database.db.select({ symbol: mentions.symbol }).from(mentions).where(eq(mentions.articleId, draft.id)),
    ).toEqual([{ symbol: "BK0475" }]);
    expect(await database.db.$count(redirects, eq(redirects.articleId, draft.id))).toBe(0);
  });

  test("of two editors who opened the same version one is told who was first, and nothing of it is overwritten", async () => {
    const draft = await makeArticle(database.db);
    const input = { ...(await form({ categoryId: draft.categoryId })), id: draft.id, version: 1 };
    const results = await Promise.allSettled([
      commands.updateArticle(as(actorOf("editor")), { ...input, title: "甲" }),
      commands.updateArticle(as(actorOf("admin")), { ...input, title: "乙" }),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    const won = results[0]!.status === "fulfilled" ? { title: "甲", by: "editor" } : { title: "乙", by: "admin" };
    expect(lost[0]!.reason).toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`文章已被 ${won.by} 修改`),
    });
    expect(await read(draft.id)).toMatchObject({ title: won.title, version: 2 });
  });
});

describe("publishArticle", () => {
  test("now: public, in its tags' lists, newest costs no older page", async () => {
    const { article: draft } = await commands.createArticle(
      as(editor),
      await form({ tags: ["利率"], symbols: [await makeSecurity(database.db, "SH600030")] }),
    );
    const { article, tags } = await commands.publishArticle(as(editor), { id: draft.id, version: 1 });
    expect(article).toMatchObject({ status: "published", publishAt: now, version: 2 });
    expect(tags).toEqual(
      expect.arrayContaining([
        tag.home,
        tag.stock("SH600030"),
        tag.categories,
        tag.category(draft.categoryId),
        // Its list answered 404 as long as nobody had used the tag.
        tag.path("/tag/利率"),
      ]),
    );
    expect(tags).not.toContain(tag.homeOlder);
    const listed = await database.db
      .select({ at: articleTags.listedAt })
      .from(articleTags)
      .where(eq(articleTags.articleId, draft.id));
    expect(listed).toEqual([{ at: now }]);
    const [said] = await database.db.select().from(outbox).where(eq(outbox.topic, "article.published")).limit(1);
    expect(said!.payload.tags).toEqual(tags);
  });

  test("an older date than another's moves older pages too", async () => {
    await makeArticle(database.db, { status: "published", publishAt: now });
    const draft = await makeArticle(database.db);
    const { tags } = await commands.publishArticle(as(editor), {
      id: draft.id,
      version: 1,
      publishAt: "2026-11-01T08:00:00+08:00",
    });
    expect(tags).toContain(tag.homeOlder);
  });

  test("with a later time, schedules and stays hidden", async () => {
    const draft = await makeArticle(database.db);
    const { article, tags } = await commands.publishArticle(as(editor), {
      id: draft.id,
      version: 1,
      publishAt: "2026-11-25T08:00:00+08:00",
    });
    expect(article).toMatchObject({ status: "scheduled", publishAt: new Date("2026-11-25T00:00:00Z") });
    expect(tags).not.toContain(tag.home);
    const back = await commands.unpublishArticle(as(editor), { id: draft.id, version: 2, reason: "等一等" });
    expect(back.article).toMatchObject({ status: "draft", publishAt: null });
  });

  test("a picture without alt keeps a story from being published, not a published one from being changed", async () => {
    const bodyHtml = '<p>正文。</p><figure><img src="/media/a/1.webp" alt=""></figure>';
    const draft = await makeArticle(database.db, { bodyHtml });
    const message = expect.stringContaining("第 1 张图没有替代文字");
    await expect(commands.publishArticle(as(editor), { id: draft.id, version: 1 })).rejects.toMatchObject({
      code: "invalid",
      message,
      fields: { bodyHtml: message },
    });
    const story = await makeArticle(database.db, { status: "published", bodyHtml });
    const { article } = await commands.updateArticle(as(editor), {
      ...(await form({ categoryId: story.categoryId, bodyHtml, title: "改过的题" })),
      id: story.id,
      version: 1,
    });
    expect(article).toMatchObject({ status: "published", title: "改过的题", bodyHtml });
  });

  test.each([
    ["an author", author, 1, {}, "forbidden"],
    ["a stale editor tab", editor, 7, {}, "conflict"],
    ["a story without a body", editor, 1, { bodyHtml: "", wordCount: 0 }, "invalid"],
    ["what is public already", editor, 1, { status: "published" as const }, "invalid"],
  ])("refuses %s and changes nothing", async (_who, actor, version, set, code) => {
    const draft = await makeArticle(database.db, { createdBy: author.id, ...set });
    const before = await everything();
    await expect(commands.publishArticle(as(actor), { id: draft.id, version })).rejects.toMatchObject({ code });
    expect(await everything()).toEqual(before);
  });
});

describe("unpublish, trash, restore", () => {
  test("a withdrawn story keeps reason and date, leaves the lists, and comes back under its first date", async () => {
    const { article: draft } = await commands.createArticle(as(editor), await form({ tags: ["撤"] }));
    await commands.publishArticle(as(editor), { id: draft.id, version: 1 });
    const { article, tags } = await commands.unpublishArticle(as(editor), {
      id: draft.id,
      version: 2,
      reason: "来源有误",
    });
    expect(article).toMatchObject({ status: "withdrawn", withdrawnReason: "来源有误", publishAt: now });
    expect(tags).toContain(tag.home);
    expect(await database.db.$count(articleTags, eq(articleTags.listedAt, now))).toBe(1);
    const later = { ...as(editor), now: new Date("2026-11-24T09:00:00Z") };
    const back = await commands.publishArticle(later, { id: draft.id, version: 3 });
    expect(back.article).toMatchObject({ status: "published", publishAt: now, withdrawnReason: null });
    expect((await trail(draft.id)).revisions.map((r) => [r.status, r.reason])).toEqual([
      ["draft", ""],
      ["published", ""],
      ["withdrawn", "来源有误"],
      ["published", ""],
    ]);
  });

  test("trash and undo: back where it was", async () => {
    const story = await makeArticle(database.db, { status: "published" });
    expect((await commands.trashArticle(as(editor), { id: story.id, version: 1 })).article).toMatchObject({
      status: "trashed",
      trashedFrom: "published",
    });
    expect((await commands.restoreArticle(as(editor), { id: story.id, version: 2 })).article).toMatchObject({
      status: "published",
      trashedFrom: null,
      version: 3,
    });
  });

  test.each([
    ["trashing another's draft", commands.trashArticle, { status: "draft" as const }],
    [
      "restoring another's draft",
      commands.restoreArticle,
      { status: "trashed" as const, trashedFrom: "draft" as const },
    ],
  ])("an author is refused %s and nothing changes", async (_what, command, set) => {
    const draft = await makeArticle(database.db, set);
    const before = await everything();
    await expect(command(as(author), { id: draft.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    expect(await everything()).toEqual(before);
  });

  test("an unknown article is not found", async () => {
    const id = "01900000-0000-7000-8000-000000000000";
    await expect(commands.trashArticle(as(editor), { id, version: 1 })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("every write", () => {
  test("leaves a revision and an audit row of its version, by whom it was", async () => {
    const { article } = await commands.createArticle(as(editor), await form());
    const { id } = article;
    await commands.updateArticle(as(editor), { ...(await form({ title: "改过" })), id, version: 1 });
    await commands.publishArticle(as(editor), { id, version: 2 });
    await commands.unpublishArticle(as(editor), { id, version: 3, reason: "来源有误" });
    await commands.trashArticle(as(editor), { id, version: 4 });
    await commands.restoreArticle(as(editor), { id, version: 5 });
    const { revisions: kept, audit } = await trail(id);
    expect(kept.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(audit.map(({ action, change }) => [action, change.version])).toEqual([
      ["article.created", 1],
      ["article.updated", 2],
      ["article.published", 3],
      ["article.withdrawn", 4],
      ["article.trashed", 5],
      ["article.restored", 6],
    ]);
    expect(new Set([...kept, ...audit].map(({ actor }) => actor))).toEqual(new Set([`user:${editor.id}`]));
  });

  test.each(["revisions", "audit_log", "outbox"])(
    "does not happen when its row in %s cannot be written",
    async (table) => {
      const draft = await makeArticle(database.db);
      const input = await form({ categoryId: draft.categoryId });
      const before = await everything();
      await database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
      create trigger refuse before insert on ${table} execute function refuse()`);
      try {
        await expect(commands.createArticle(as(editor), input)).rejects.toThrow();
        await expect(commands.updateArticle(as(editor), { ...input, id: draft.id, version: 1 })).rejects.toThrow();
        await expect(commands.publishArticle(as(editor), { id: draft.id, version: 1 })).rejects.toThrow();
        await expect(commands.trashArticle(as(editor), { id: draft.id, version: 1 })).rejects.toThrow();
      } finally {
        await database.sql.unsafe("drop function refuse() cascade");
      }
      expect(await everything()).toEqual(before);
    },
  );
});
