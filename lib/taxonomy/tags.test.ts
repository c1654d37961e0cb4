import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createArticle, updateArticle } from "@/lib/articles/commands";
import type { Actor } from "@/lib/context";
import { articleTags, auditLog, tags } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { addTagAlias, createTag, removeTagAlias, updateTag } from "@/lib/tags/desk-commands";
import { mergeTags, splitTag } from "@/lib/tags/merge-commands";
import { runAct } from "@/lib/taxonomy/run";
import { undoAct } from "@/lib/taxonomy/undo-commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T04:00:00Z");
const ctx = (actor: Actor = actorOf("editor")) => ({ db: database.db, actor, now });
const none = { sources: [], words: "", from: "", until: "", tag: "" };
let made = 0;

async function story(names: string[], title = "题") {
  const { id: categoryId } = await makeCategory(database.db);
  const { article } = await createArticle(ctx(), articleForm({ categoryId, tags: names, title }));
  return article;
}
const tagsOn = async (id: string) =>
  (
    await database.db
      .select({ name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(eq(articleTags.articleId, id))
      .orderBy(tags.name)
  ).map(({ name }) => name);
const idOf = async (name: string) => (await database.db.select().from(tags).where(eq(tags.name, name)))[0]!.id;
/** A name of its own for each test. */
const name = (text: string) => `${text}${++made}`;
const leads = async (slug: string) => {
  const to = await resolveOldPath(database.db, `/tag/${slug}`);
  return to && decodeURIComponent(to);
};
async function merge(from: string, into: string) {
  const act = randomUUID();
  await mergeTags(ctx(), { act, id: await idOf(from), into: await idOf(into) });
  await runAct(database.db, act);
  return act;
}
async function split(from: string, into: string[], criteria = none) {
  const act = randomUUID();
  await splitTag(ctx(), { act, id: await idOf(from), into, criteria });
  await runAct(database.db, act);
  return act;
}
async function undo(id: string) {
  await undoAct(ctx(), { id });
  await runAct(database.db, id);
}

describe("mergeTags", () => {
  test("gives articles the survivor once, leads on in one hop, and is undone exactly", async () => {
    const [a, b, c] = [name("甲"), name("乙"), name("丙")];
    const [only, both] = [await story([a]), await story([a, b])];
    await story([c]);

    const first = await merge(a, b);
    const second = await merge(b, c);

    expect([await tagsOn(only.id), await tagsOn(both.id)]).toEqual([[c], [c]]);
    expect([await leads(a), await leads(b)]).toEqual([`/tag/${c}`, `/tag/${c}`]);
    // Who writes the old name, or saves a form that lay open, means the survivor.
    expect(await tagsOn((await story([a, b])).id)).toEqual([c]);
    await updateArticle(ctx(), {
      ...articleForm({ categoryId: only.categoryId, tags: [a, "别的"] }),
      id: only.id,
      version: 1,
    });
    expect(await tagsOn(only.id)).toEqual([c, "别的"].sort());

    await expect(undoAct(ctx(), { id: first })).rejects.toMatchObject({ code: "conflict" });
    await undo(second);
    expect(await tagsOn(both.id)).toEqual([b]);
    await undo(first);
    expect(await tagsOn(both.id)).toEqual([b, a].sort());
    expect(await leads(a)).toBeNull();
    expect(await tagsOn((await story([a])).id)).toEqual([a]);
  });

  test("refuses an author and an editor of some outlets", async () => {
    const [a, b] = [name("甲"), name("乙")];
    await story([a, b]);
    const input = { act: randomUUID(), id: await idOf(a), into: await idOf(b) };
    for (const actor of [actorOf("author"), actorOf("editor", randomUUID(), [randomUUID()])])
      await expect(mergeTags(ctx(actor), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("splitTag", () => {
  test("puts two in the place of one on all articles, and its name means both", async () => {
    const [whole, one, two] = [name("A股策略"), name("A股"), name("策略")];
    const [plain, had] = [await story([whole]), await story([whole, two])];

    const act = await split(whole, [one, two]);

    expect(await tagsOn(plain.id)).toEqual([one, two].sort());
    expect(await leads(whole.toLowerCase())).toBe(`/tag/${one.toLowerCase()}`);
    expect(await tagsOn((await story([whole])).id)).toEqual([one, two].sort());
    await undo(act);
    expect(await tagsOn(plain.id)).toEqual([whole]);
    expect(await tagsOn(had.id)).toEqual([whole, two].sort());
    const actions = (await database.db.select().from(auditLog).where(eq(auditLog.subjectType, "tag"))).map(
      (row) => row.action,
    );
    expect(actions).toEqual(expect.arrayContaining(["tag.split", "tag.split-undone"]));
  });

  test("moves those that criteria name, and stays itself", async () => {
    const [a, b] = [name("甲"), name("乙")];
    const [goes, stays] = [await story([a], "港股日报"), await story([a], "别的")];
    const act = await split(a, [b], { ...none, words: "港股" });
    expect([await tagsOn(goes.id), await tagsOn(stays.id)]).toEqual([[b], [a]]);
    await undo(act);
    expect(await tagsOn(goes.id)).toEqual([a]);
  });

  test("refuses itself, and one part without criteria", async () => {
    const a = name("甲");
    await story([a]);
    const act = { act: randomUUID(), id: await idOf(a), criteria: none };
    await expect(splitTag(ctx(), { ...act, into: [a, "乙"] })).rejects.toMatchObject({ code: "invalid" });
    await expect(splitTag(ctx(), { ...act, into: ["单个"] })).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.$count(tags, eq(tags.name, "单个"))).toBe(0);
  });
});

test("a renamed tag keeps address and name, which nobody else may take, and aliases mean it", async () => {
  const [a, b] = [name("旧"), name("新")];
  const article = await story([a]);
  const id = await idOf(a);
  await updateTag(ctx(), { id, version: 1, name: b, slug: b, description: "说明" });
  expect(await leads(a)).toBe(`/tag/${b}`);
  expect(await tagsOn((await story([a])).id)).toEqual([b]);
  expect(await tagsOn(article.id)).toEqual([b]);
  await expect(createTag(ctx(), { id: randomUUID(), name: a, slug: "", description: "" })).rejects.toMatchObject({
    fields: { name: `这是「${b}」的别名或旧名` },
  });
  await expect(removeTagAlias(ctx(), { id, key: a })).rejects.toMatchObject({ code: "invalid" });

  const alias = name("别名");
  await addTagAlias(ctx(), { id, alias });
  expect(await tagsOn((await story([alias])).id)).toEqual([b]);
  await removeTagAlias(ctx(), { id, key: alias });
  expect(await tagsOn((await story([alias])).id)).toEqual([alias]);
});
