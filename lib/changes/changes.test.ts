import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { publishArticle, trashArticle, unpublishArticle } from "@/lib/articles/commands";
import { publishDue } from "@/lib/articles/schedule-commands";
import { findNewestChange, listChanges } from "@/lib/changes/queries";
import { articleChanges, articles } from "@/lib/db/schema";
import { localStorage } from "@/lib/storage/local";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { planByIndex } from "@/lib/testing/plan";
import { saveWriting } from "@/lib/writing/commands";

const database = testDb();
const now = new Date("2026-11-25T08:00:00Z");
const desk = async (role: "editor" | "admin" = "editor") =>
  ({ db: database.db, actor: actorOf(role, (await makeUser(database.db)).id), now }) as const;
const make = (set: Parameters<typeof makeArticle>[1] = {}) =>
  makeArticle(database.db, { slug: `g-${randomUUID()}`, ...set });
const form = (article: typeof articles.$inferSelect, version = article.version) => ({
  ...articleForm({ categoryId: article.categoryId, slug: article.slug, title: article.title }),
  ...{ bodyHtml: article.bodyHtml, id: article.id, version, seq: version, pastes: [] },
});

let since: number;
const kinds = async () => (await listChanges(database.db, since, 100)).map(({ kind }) => kind);
beforeEach(async () => {
  since = (await findNewestChange(database.db))?.number ?? 0;
});

describe("the log of changes", () => {
  test("has what readers see change, by whatever command, in order and with a number each", async () => {
    const ctx = await desk();
    const draft = await make();
    const { id } = draft;
    expect(await kinds()).toEqual([]);

    await publishArticle(ctx, { id, version: 1 });
    await saveWriting(ctx, { ...form(draft, 2), title: "改题" });
    const correction = { kind: "facts" as const, note: "应为 7.6。", reason: "笔误" };
    await saveWriting(ctx, { ...form(draft, 3), title: "再改", correction });
    await unpublishArticle(ctx, { id, version: 4, reason: "来源不实" });
    await saveWriting(ctx, { ...form(draft, 5), title: "撤下后改" });
    await publishArticle(ctx, { id, version: 6 });
    await trashArticle(ctx, { id, version: 7 });
    const changes = await listChanges(database.db, since, 100);
    expect(changes.map(({ kind }) => kind)).toEqual(
      "published updated updated corrected withdrawn published withdrawn".split(" "),
    );
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, place) => since + place + 1));
    expect(new Set(changes.map(({ articleId }) => articleId))).toEqual(new Set([id]));
    expect(await findNewestChange(database.db)).toEqual(changes.at(-1));
  });

  test("says when an article is taken down, also one that was withdrawn before, and nothing of a draft", async () => {
    const ctx = await desk("admin");
    const [shown, withdrawn, draft] = [
      await make({ status: "published" }),
      await make({ status: "withdrawn", publishAt: new Date("2026-11-20T00:00:00Z") }),
      await make(),
    ];
    const storage = localStorage("/nowhere");
    for (const { id } of [shown, withdrawn, draft])
      await takeDownArticle(ctx, storage, {
        id,
        version: 1,
        requester: "法院",
        reason: "侵权",
        basis: "",
        confirm: "永久删除",
      });
    const changes = await listChanges(database.db, since, 100);
    expect(changes.map(({ kind, articleId }) => [kind, articleId])).toEqual([
      ["published", shown.id],
      ["taken_down", shown.id],
      ["taken_down", withdrawn.id],
    ]);
  });

  test.each([
    ["slug", { slug: `anders-${randomUUID()}` }],
    ["level", { level: 3 }],
    ["kind", { kind: "flash" as const }],
    ["summary", { summary: "摘要" }],
    ["source", { sourceName: "别处" }],
    ["body", { bodyHtml: `<p>${"很长的正文".repeat(4000)}</p>` }],
  ])("has an update when the %s changes", async (_what, set) => {
    const { id } = await make({ status: "published" });
    await database.db.update(articles).set(set).where(eq(articles.id, id));
    expect(await kinds()).toEqual(["published", "updated"]);
  });

  test("has a move to another outlet, one row for each of many articles", async () => {
    const [here, there] = [await makeCategory(database.db), await makeCategory(database.db)];
    for (let n = 0; n < 3; n++) await make({ status: "published", categoryId: here.id });
    await make({ categoryId: here.id });
    await database.db.update(articles).set({ categoryId: there.id }).where(eq(articles.categoryId, here.id));
    expect(await kinds()).toEqual([...Array(3).fill("published"), ...Array(3).fill("updated")]);
  });

  test("has nothing of what readers do not see", async () => {
    const { id } = await make({ status: "published" });
    const [before] = await kinds();
    await database.db
      .update(articles)
      .set({ version: 9, wordCount: 7, updatedAt: now, revisedAt: now })
      .where(eq(articles.id, id));
    const draft = await make();
    await database.db.update(articles).set({ title: "未发" }).where(eq(articles.id, draft.id));
    expect(await kinds()).toEqual([before]);
  });

  test("keeps silent of what is scheduled until it is public", async () => {
    const publishAt = new Date(Date.now() - 1000);
    const { id } = await make({ status: "scheduled", publishAt });
    expect(await kinds()).toEqual([]);
    await publishDue({ db: database.db, actor: { kind: "system", job: "publish-due" }, now: new Date() });
    expect(await listChanges(database.db, since, 10)).toMatchObject([{ kind: "published", articleId: id }]);
  });

  test("gives what an import dates ahead no number before its time, and forgets it when it never comes", async () => {
    const ahead = new Date(Date.now() + 3_600_000);
    const [comes, never] = [
      await make({ status: "published", publishAt: ahead }),
      await make({ status: "published", publishAt: ahead }),
    ];
    const deleted = await make({ status: "published", publishAt: ahead });
    await make({ status: "published" });
    expect(await kinds()).toEqual(["published"]);
    await database.db.delete(articles).where(eq(articles.id, deleted.id));
    await database.db.update(articles).set({ status: "withdrawn" }).where(eq(articles.id, never.id));
    await database.db.update(articles).set({ title: "先改" }).where(eq(articles.id, comes.id));
    const waiting = await database.db.select().from(articleChanges).where(sql`number is null`);
    expect(waiting).toMatchObject([{ articleId: comes.id, kind: "published", at: ahead }]);
    // Its time comes.
    await database.db.update(articleChanges).set({ at: now }).where(sql`number is null`);
    expect(await listChanges(database.db, since + 1, 10)).toMatchObject([{ articleId: comes.id, kind: "published" }]);
    await database.db.update(articles).set({ publishAt: now }).where(eq(articles.id, comes.id));
  });

  test("is read by an index, and what waits for a number is found without a look at the rest", async () => {
    await make({ status: "published" });
    await listChanges(database.db, 0, 1);
    const page = "select * from article_changes where number > 5 order by number limit 500";
    expect(await planByIndex(database.sql, "article_changes", page)).toContain("article_changes_number_key");
    const waiting = "select 1 from article_changes where number is null and at <= clock_timestamp() limit 1";
    expect(await planByIndex(database.sql, "article_changes", waiting)).toContain("article_changes_waiting_idx");
  });
});
