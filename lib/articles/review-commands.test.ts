import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createArticle, publishArticle, updateArticle } from "@/lib/articles/commands";
import { recallArticle, returnArticle, submitArticle } from "@/lib/articles/review-commands";
import type { Actor } from "@/lib/context";
import { articles, auditLog, revisions } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const as = (actor: Actor) => ({ db: database.db, actor, now });
const editor = actorOf("editor");

async function draftOf(writer: Actor & { kind: "user" }) {
  const { id: categoryId } = await makeCategory(database.db);
  return (await createArticle(as(writer), articleForm({ categoryId }))).article;
}
const statusOf = async (id: string) =>
  (await database.db.select({ status: articles.status }).from(articles).where(eq(articles.id, id)))[0]?.status;

describe.each(["author", "contributor"] as const)("what %s hands in", (role) => {
  const writer = actorOf(role);

  test("waits for the editors, comes back with their note, and is published the second time", async () => {
    const { id } = await draftOf(writer);
    await submitArticle(as(writer), { id, version: 1 });
    expect(await statusOf(id)).toBe("in_review");
    const form = { ...articleForm({ categoryId: (await makeCategory(database.db)).id }), id, version: 2 };
    await expect(updateArticle(as(writer), form)).rejects.toMatchObject({ code: "forbidden" });

    await returnArticle(as(editor), { id, version: 2, note: "缺出处" });
    expect(await statusOf(id)).toBe("draft");
    const [audit] = await database.db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, id), eq(auditLog.action, "article.returned")));
    expect(audit).toMatchObject({ actor: `user:${editor.id}`, change: { reason: "缺出处", version: 3 } });
    const [last] = await database.db
      .select()
      .from(revisions)
      .where(eq(revisions.articleId, id))
      .orderBy(desc(revisions.version));
    expect(last).toMatchObject({ version: 3, status: "draft", reason: "缺出处" });

    await updateArticle(as(writer), { ...form, version: 3 });
    await submitArticle(as(writer), { id, version: 4 });
    await expect(publishArticle(as(writer), { id, version: 5 })).rejects.toMatchObject({ code: "forbidden" });
    await publishArticle(as(editor), { id, version: 5 });
    expect(await statusOf(id)).toBe("published");
  });

  test("is theirs again when they take it back, and nobody else does that", async () => {
    const { id } = await draftOf(writer);
    await submitArticle(as(writer), { id, version: 1 });
    for (const other of [actorOf(role), editor]) {
      await expect(recallArticle(as(other), { id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
    }
    await recallArticle(as(writer), { id, version: 2 });
    expect(await statusOf(id)).toBe("draft");
  });
});

test("a step whose answer was lost is answered like the first time", async () => {
  const writer = actorOf("author");
  const { id } = await draftOf(writer);
  await submitArticle(as(writer), { id, version: 1 });
  expect((await submitArticle(as(writer), { id, version: 1 })).article.version).toBe(2);
  await returnArticle(as(editor), { id, version: 2, note: "再查" });
  expect((await returnArticle(as(editor), { id, version: 2, note: "再查" })).article.version).toBe(3);
  await expect(returnArticle(as(editor), { id, version: 2, note: "别的" })).rejects.toMatchObject({ code: "conflict" });
});

test("neither an empty story nor one that is no draft can be handed in, and only what waits is given back", async () => {
  const empty = await makeArticle(database.db, { wordCount: 0, bodyHtml: "" });
  await expect(submitArticle(as(editor), { id: empty.id, version: 1 })).rejects.toMatchObject({
    fields: { bodyHtml: expect.any(String) },
  });
  const gone = await makeArticle(database.db, { status: "withdrawn", publishAt: now });
  await expect(submitArticle(as(editor), { id: gone.id, version: 1 })).rejects.toMatchObject({ code: "invalid" });
  await expect(returnArticle(as(editor), { id: gone.id, version: 1, note: "x" })).rejects.toMatchObject({
    code: "invalid",
  });
});

describe("rights per category", () => {
  test("nobody writes, moves, or publishes a story where they have no rights", async () => {
    const [mine, other] = [await makeCategory(database.db), await makeCategory(database.db)];
    const limited = {
      author: actorOf("author", undefined, [mine.id]),
      editor: actorOf("editor", undefined, [mine.id]),
    };
    for (const person of Object.values(limited)) {
      await expect(createArticle(as(person), articleForm({ categoryId: other.id }))).rejects.toMatchObject({
        code: "forbidden",
        fields: { categoryId: "你在这个媒体没有权限" },
      });
      const { article } = await createArticle(as(person), articleForm({ categoryId: mine.id }));
      const moved = { ...articleForm({ categoryId: other.id }), id: article.id, version: 1 };
      await expect(updateArticle(as(person), moved)).rejects.toMatchObject({ code: "forbidden" });
    }
    const foreign = await makeArticle(database.db, { categoryId: other.id });
    await expect(publishArticle(as(limited.editor), { id: foreign.id, version: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await statusOf(foreign.id)).toBe("draft");
    const own = await makeArticle(database.db, { categoryId: mine.id });
    await publishArticle(as(limited.editor), { id: own.id, version: 1 });
    expect(await statusOf(own.id)).toBe("published");
  });
});
