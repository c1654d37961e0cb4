import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Person } from "@/lib/auth/actor";
import type { Role } from "@/lib/context";
import { articles, auditLog, outbox, revisions, workingCopies } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeSecurity, makeUser } from "@/lib/testing/factories";
import { discardNew, keepWriting, saveWriting } from "@/lib/writing/commands";
import { type ArticleFields, EMPTY_FIELDS } from "@/lib/writing/fields";
import { findWorkingCopy, listUnsavedNew } from "@/lib/writing/queries";
import type { SaveWritingInput } from "@/lib/writing/validation";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const hire = async (role: Role = "editor") => actorOf(role, (await makeUser(database.db, { role })).id);
const as = (actor: Person, at = now) => ({ db: database.db, actor, now: at });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const typed = (seq: number, title = `第 ${seq} 次`, baseVersion = 1) => ({
  baseVersion,
  seq,
  fields: { ...EMPTY_FIELDS, title } satisfies ArticleFields,
});
const keep = (actor: Person, articleId: string, copy?: ReturnType<typeof typed>) =>
  keepWriting(as(actor), { articleId, writing: true, leaving: false, copy, pastes: [] });
const titleOf = async (articleId: string, actor: Person) =>
  (await findWorkingCopy(database.db, articleId, actor.id))?.fields?.title;

const form = (set: Partial<SaveWritingInput> & Pick<SaveWritingInput, "id" | "categoryId">): SaveWritingInput => ({
  ...articleForm(set),
  ...{ version: 1, seq: 1, pastes: [] },
  ...set,
});

describe("an autosave", () => {
  test("that arrives late changes nothing, and the same one twice is kept once", async () => {
    const { id } = await makeArticle(database.db);
    const editor = await hire();
    expect((await keep(editor, id, typed(2))).kept).toEqual({ isStored: true, seq: 2, isSaved: false });
    expect((await keep(editor, id, typed(2))).kept).toEqual({ isStored: true, seq: 2, isSaved: false });
    expect((await keep(editor, id, typed(1))).kept).toEqual({ isStored: false, seq: 2, isSaved: false });
    expect((await keep(editor, id, typed(2, "别处的第 2 次"))).kept).toEqual({
      isStored: false,
      seq: 2,
      isSaved: false,
    });
    expect(await titleOf(id, editor)).toBe("第 2 次");
    await Promise.all([9, 4, 7, 3, 8, 5, 6].map((seq) => keep(editor, id, typed(seq))));
    expect(await titleOf(id, editor)).toBe("第 9 次");
  });

  test("leaves article, revisions, audit log and outbox alone", async () => {
    const story = await makeArticle(database.db, { status: "published" });
    const editor = await hire();
    const count = async () => ({
      article: (await database.db.select().from(articles).where(eq(articles.id, story.id)))[0],
      revisions: await database.db.$count(revisions),
      audit: await database.db.$count(auditLog),
      outbox: await database.db.$count(outbox),
    });
    const before = await count();
    await keep(editor, story.id, typed(1, "读者看不到"));
    expect(await count()).toEqual(before);
  });

  test("of two people never meets, and nobody is given another's", async () => {
    const { id } = await makeArticle(database.db);
    const [one, other] = [await hire(), await hire("admin")];
    await keep(one, id, typed(1, "甲"));
    await keep(other, id, typed(5, "乙"));
    expect(await titleOf(id, one)).toBe("甲");
    expect(await titleOf(id, other)).toBe("乙");
    expect(await findWorkingCopy(database.db, id, (await hire()).id)).toBeNull();
  });

  test("of an author is refused for another's article and for their own once it is public", async () => {
    const author = await hire("author");
    const foreign = await makeArticle(database.db);
    const published = await makeArticle(database.db, { createdBy: author.id, status: "published" });
    const own = await makeArticle(database.db, { createdBy: author.id });
    await expect(keep(author, foreign.id, typed(1))).rejects.toMatchObject({ code: "forbidden" });
    await expect(keep(author, foreign.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(keep(author, published.id, typed(1))).rejects.toMatchObject({ code: "forbidden" });
    await keep(author, own.id, typed(1));
    expect(await database.db.$count(workingCopies, eq(workingCopies.userId, author.id))).toBe(1);
  });

  test("of a story that does not exist yet waits for its writer alone", async () => {
    const [author, other] = [await hire("author"), await hire()];
    const id = randomUUID();
    await keep(author, id, typed(1, "新稿", 0));
    expect(await listUnsavedNew(database.db, author.id)).toMatchObject([{ id, title: "新稿" }]);
    expect(await listUnsavedNew(database.db, other.id)).toEqual([]);
    const { id: categoryId } = await makeCategory(database.db);
    await saveWriting(as(author), form({ id, categoryId, version: 0, seq: 1 }));
    expect(await listUnsavedNew(database.db, author.id)).toEqual([]);
  });
});

describe("saveWriting", () => {
  test("empties the private copy, and an autosave from before that comes late does not bring it back", async () => {
    const draft = await makeArticle(database.db);
    const editor = await hire();
    await keep(editor, draft.id, typed(3));
    await saveWriting(as(editor), form({ id: draft.id, categoryId: draft.categoryId, seq: 4 }));
    expect((await keep(editor, draft.id, typed(4, "迟到"))).kept).toEqual({ isStored: false, seq: 4, isSaved: true });
    expect(await findWorkingCopy(database.db, draft.id, editor.id)).toMatchObject({ seq: 4, fields: null });
    await keep(editor, draft.id, typed(5, "接着写", 2));
    expect(await titleOf(draft.id, editor)).toBe("接着写");
  });

  test("that is refused keeps the private copy", async () => {
    const draft = await makeArticle(database.db);
    const editor = await hire();
    await keep(editor, draft.id, typed(3, "还在"));
    const input = form({ id: draft.id, categoryId: draft.categoryId, seq: 3, version: 7 });
    await expect(saveWriting(as(editor), input)).rejects.toMatchObject({ code: "conflict" });
    expect(await titleOf(draft.id, editor)).toBe("还在");
  });

  test("200 at once of one version: one wins, 199 are told, one revision more", async () => {
    const draft = await makeArticle(database.db);
    const people = await Promise.all([hire(), hire(), hire("admin"), hire()]);
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) =>
        saveWriting(
          as(people[n % people.length]!),
          form({ id: draft.id, categoryId: draft.categoryId, title: `甲${n}` }),
        ),
      ),
    );
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(199);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["conflict"]));
    expect(await database.db.$count(revisions, eq(revisions.articleId, draft.id))).toBe(1);
    const winner = results.findIndex(({ status }) => status === "fulfilled");
    const [row] = await database.db.select().from(articles).where(eq(articles.id, draft.id));
    expect(row).toMatchObject({ title: `甲${winner}`, version: 2 });
  });

  test("said again because the answer was lost: no conflict, no second revision, new and existing", async () => {
    const { id: categoryId } = await makeCategory(database.db);
    const editor = await hire();
    const id = randomUUID();
    const first = form({
      id,
      categoryId,
      version: 0,
      tags: ["央行", "央行"],
      symbols: [await makeSecurity(database.db, "SH600036")],
    });
    const made = await Promise.all([saveWriting(as(editor), first), saveWriting(as(editor), first)]);
    const next = form({ id, categoryId, version: 1, title: "改过", bodyHtml: '<p onclick="x()">改过。</p>' });
    const saved = [await saveWriting(as(editor), next), await saveWriting(as(editor, later(60)), next)];
    expect([...made, ...saved].map(({ article }) => article.version)).toEqual([1, 1, 2, 2]);
    expect(await database.db.$count(revisions, eq(revisions.articleId, id))).toBe(2);
  });

  test("the same words from somebody else, or other words from the same person, are a conflict", async () => {
    const draft = await makeArticle(database.db);
    const [one, other] = [await hire(), await hire()];
    const input = form({ id: draft.id, categoryId: draft.categoryId });
    await saveWriting(as(one), input);
    await expect(saveWriting(as(other), input)).rejects.toMatchObject({ code: "conflict" });
    await expect(saveWriting(as(one), { ...input, title: "另一句" })).rejects.toMatchObject({ code: "conflict" });
    await expect(saveWriting(as(one), { ...input, title: "另一句", version: 0 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await database.db.$count(revisions, eq(revisions.articleId, draft.id))).toBe(1);
  });

  test("an author cannot take an id that is another's article", async () => {
    const foreign = await makeArticle(database.db);
    const author = await hire("author");
    for (const version of [0, 1])
      await expect(
        saveWriting(as(author), form({ id: foreign.id, categoryId: foreign.categoryId, version })),
      ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("discardNew", () => {
  test("empties the writer's own copy, gives its text out, and a late autosave does not bring it back", async () => {
    const [author, other] = [await hire("author"), await hire()];
    const id = randomUUID();
    await keep(author, id, typed(4, "不要了", 0));
    await keep(other, id, typed(2, "别人的", 0));
    const gone = await discardNew(as(author), { articleId: id, seq: 7 });
    expect(gone).toMatchObject({ seq: 8, fields: { title: "不要了" } });
    expect(await listUnsavedNew(database.db, author.id)).toEqual([]);
    expect((await keep(author, id, typed(7, "迟到", 0))).kept).toEqual({ isStored: false, seq: 8, isSaved: true });
    expect(await titleOf(id, other)).toBe("别人的");
    await keep(author, id, { ...typed(gone.seq + 1, "", 0), fields: gone.fields! });
    expect(await listUnsavedNew(database.db, author.id)).toMatchObject([{ id, title: "不要了" }]);
  });

  test("is refused for what is an article by now, and its unsaved changes stay", async () => {
    const { id } = await makeArticle(database.db);
    const editor = await hire();
    await keep(editor, id, typed(3, "还在"));
    await expect(discardNew(as(editor), { articleId: id, seq: 3 })).rejects.toMatchObject({ code: "conflict" });
    expect(await titleOf(id, editor)).toBe("还在");
  });
});

test.each([
  ["a title", { title: " 题 ", bodyHtml: "<p>文</p>" }, "题"],
  ["no title: how the text begins", { title: "", bodyHtml: "<h2>小题</h2><p>首&amp;段。</p>" }, "小题 首&段。"],
  ["a long text", { title: "", bodyHtml: `<p>${"长".repeat(900)}</p>` }, `${"长".repeat(29)}…`],
  ["nothing yet", { title: "", bodyHtml: "<p></p>" }, "还没有标题和正文"],
])("an unsaved story with %s has a name", async (_what, fields, name) => {
  const editor = await hire();
  await keep(editor, randomUUID(), { ...typed(1, "", 0), fields: { ...EMPTY_FIELDS, ...fields } });
  expect(await listUnsavedNew(database.db, editor.id)).toMatchObject([{ title: name }]);
});

test("who else is here: for half a minute after their last sign, and not once they left", async () => {
  const { id } = await makeArticle(database.db);
  const [one, other] = [await hire(), await hire()];
  const beat = (actor: Person, at: Date, set = {}) =>
    keepWriting(as(actor, at), { articleId: id, writing: false, leaving: false, pastes: [], ...set });
  expect((await beat(one, now)).others).toEqual([]);
  expect((await beat(other, later(1), { writing: true })).others).toMatchObject([{ id: one.id, isWriting: false }]);
  expect((await beat(one, later(29))).others).toMatchObject([{ id: other.id, isWriting: true }]);
  expect((await beat(one, later(32))).others).toEqual([]);
  await beat(other, later(33));
  await beat(other, later(34), { leaving: true });
  expect((await beat(one, later(34))).others).toEqual([]);
});
