import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as commands from "@/lib/articles/commands";
import { publishDue, unscheduleArticle } from "@/lib/articles/schedule-commands";
import type { Written } from "@/lib/articles/write";
import type { Actor, Ctx } from "@/lib/context";
import { articles, auditLog, outbox, revisions } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const ahead = "2026-11-25T08:00:00+08:00";
const editor = actorOf("editor");
const as = (actor: Actor, at = now): Ctx => ({ db: database.db, actor, now: at });
const minuteLater = () => as(editor, new Date("2026-11-24T02:01:00Z"));
type Taken = { id: string; version: number };
type Set = Parameters<typeof makeArticle>[1];

const traces = async () => ({
  articles: await database.db.select().from(articles).orderBy(articles.id),
  revisions: await database.db.$count(revisions),
  audit: await database.db.$count(auditLog),
  outbox: await database.db.$count(outbox),
});
/** Content of a stored article, as a form sends it. */
const formOf = ({ title, slug, summary, kind, level, categoryId, ...rest }: Written["article"]) => {
  const { bodyHtml, sourceName, originalUrl, editorName } = rest;
  const text = { title, slug, summary, bodyHtml, kind, level, categoryId };
  return { ...text, sourceName, originalUrl, editorName, tags: [], symbols: [] };
};

const published: Set = { status: "published" };
const scheduled: Set = { status: "scheduled", publishAt: new Date(ahead) };
const trashed: Set = { status: "trashed", trashedFrom: "draft" };
const STEPS: [string, Set, (ctx: Ctx, input: Taken) => Promise<Written>, string][] = [
  ["publish", {}, commands.publishArticle, "published"],
  ["schedule", {}, (ctx, input) => commands.publishArticle(ctx, { ...input, publishAt: ahead }), "scheduled"],
  ["change the time", scheduled, (ctx, i) => commands.publishArticle(ctx, { ...i, publishAt: ahead }), "scheduled"],
  ["take the time back", scheduled, unscheduleArticle, "draft"],
  [
    "withdraw",
    published,
    (ctx, input) => commands.unpublishArticle(ctx, { ...input, reason: "来源有误" }),
    "withdrawn",
  ],
  ["move to the bin", published, commands.trashArticle, "trashed"],
  ["bring back", trashed, commands.restoreArticle, "draft"],
];

describe.each(STEPS)("the answer to “%s” was lost", (_name, set, step, status) => {
  test("said again, later, it is answered like the first time and changes nothing", async () => {
    const { id } = await makeArticle(database.db, set);
    const first = await step(as(editor), { id, version: 1 });
    const before = await traces();
    const again = await step(minuteLater(), { id, version: 1 });
    expect(again.article).toEqual(first.article);
    expect(again.article).toMatchObject({ status, version: 2 });
    expect(await traces()).toEqual(before);
  });

  test("twice at once it is done once", async () => {
    const { id } = await makeArticle(database.db, set);
    const both = await Promise.all([step(as(editor), { id, version: 1 }), step(as(editor), { id, version: 1 })]);
    expect(both.map(({ article }) => article.version)).toEqual([2, 2]);
    expect(await database.db.$count(auditLog, eq(auditLog.subjectId, id))).toBe(1);
  });

  test("from somebody else, or after another change, it is a conflict and changes nothing", async () => {
    const { id } = await makeArticle(database.db, set);
    const { article } = await step(as(editor), { id, version: 1 });
    const conflict = { code: "conflict" };
    await expect(step(as(actorOf("editor")), { id, version: 1 })).rejects.toMatchObject(conflict);
    await commands.updateArticle(as(editor), { ...formOf(article), id, version: 2, title: "改过的题" });
    const before = await traces();
    await expect(step(as(editor), { id, version: 1 })).rejects.toMatchObject(conflict);
    expect(await traces()).toEqual(before);
  });
});

test.each<[string, Set, (ctx: Ctx, input: Taken) => Promise<Written>, (ctx: Ctx, input: Taken) => Promise<Written>]>([
  [
    "another time",
    {},
    (ctx, input) => commands.publishArticle(ctx, { ...input, publishAt: ahead }),
    (ctx, input) => commands.publishArticle(ctx, { ...input, publishAt: "2026-11-25T09:00:00+08:00" }),
  ],
  [
    "now instead of later",
    {},
    (ctx, i) => commands.publishArticle(ctx, { ...i, publishAt: ahead }),
    commands.publishArticle,
  ],
  [
    "another reason",
    published,
    (ctx, input) => commands.unpublishArticle(ctx, { ...input, reason: "来源有误" }),
    (ctx, input) => commands.unpublishArticle(ctx, { ...input, reason: "数字有误" }),
  ],
  ["another step", published, commands.trashArticle, (ctx, i) => commands.unpublishArticle(ctx, { ...i, reason: "x" })],
])("%s is not the same step", async (_what, set, first, second) => {
  const { id } = await makeArticle(database.db, set);
  await first(as(editor), { id, version: 1 });
  await expect(second(as(editor), { id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
});

test("a save by the same person, in another window, is no step: what it changed stays unknown to this one", async () => {
  const story = await makeArticle(database.db, published);
  await commands.updateArticle(as(editor), { ...formOf(story), id: story.id, version: 1, title: "改过的题" });
  await expect(commands.publishArticle(as(editor), { id: story.id, version: 1 })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("scheduled, and published by the clock before it was asked again: both were done", async () => {
  const { id } = await makeArticle(database.db);
  const input = { id, version: 1, publishAt: ahead };
  await commands.publishArticle(as(editor), input);
  const due = as({ kind: "system", job: "publish-due" }, new Date("2026-11-25T01:00:00Z"));
  expect((await publishDue(due)).map(({ article }) => article.id)).toContain(id);
  const before = await traces();
  const again = await commands.publishArticle(as(editor, due.now), input);
  expect(again.article).toMatchObject({ status: "published", version: 3, publishAt: new Date(ahead) });
  expect(await traces()).toEqual(before);
});

test("an author finds out that their draft went to the bin, though they may not put it there twice", async () => {
  const author = actorOf("author");
  const { id } = await makeArticle(database.db, { createdBy: author.id });
  await commands.trashArticle(as(author), { id, version: 1 });
  expect((await commands.trashArticle(as(author), { id, version: 1 })).article.version).toBe(2);
  await expect(commands.trashArticle(as(author), { id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
});
