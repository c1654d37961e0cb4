import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createArticle, updateArticle } from "@/lib/articles/commands";
import { addOutletAlias, removeOutletAlias } from "@/lib/categories/alias-commands";
import { createOutlet, updateOutlet } from "@/lib/categories/commands";
import { mergeOutlets } from "@/lib/categories/merge-commands";
import { listDirectory } from "@/lib/categories/queries";
import { countOutletSplit, splitOutlet } from "@/lib/categories/split-commands";
import { DEFAULT_POLICY } from "@/lib/categories/validation";
import type { Actor } from "@/lib/context";
import { articles, auditLog, categories, categoryAliases, deskLines, revisions, userCategories } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { resumeActs, runAct } from "@/lib/taxonomy/run";
import { undoAct } from "@/lib/taxonomy/undo-commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { saveWriting } from "@/lib/writing/commands";

const database = testDb();
const now = new Date("2026-11-24T04:00:00Z");
const ctx = (actor: Actor = actorOf("editor")) => ({ db: database.db, actor, now });
const published = { status: "published" as const, publishAt: new Date("2026-11-20T00:00:00Z") };
const none = { sources: [], words: "", from: "", until: "", tag: "" };
const fields = (set: object = {}) => ({
  name: "新名",
  slug: "",
  pinyin: "",
  description: "",
  logoId: null,
  ...DEFAULT_POLICY,
  ...set,
});

async function outlet(stories: number, set: Partial<typeof categories.$inferInsert> = {}) {
  const row = await makeCategory(database.db, set);
  const made = [];
  for (let n = 0; n < stories; n++) made.push(await makeArticle(database.db, { categoryId: row.id, ...published }));
  return { ...row, stories: made };
}
const under = async (id: string) => (await database.db.select().from(articles).where(eq(articles.id, id)))[0]!;
const stored = async (id: string) => (await database.db.select().from(categories).where(eq(categories.id, id)))[0]!;
async function merge(id: string, into: string, actor?: Actor) {
  const act = randomUUID();
  await mergeOutlets(ctx(actor), { act, id, into });
  await runAct(database.db, act);
  return act;
}
async function undo(id: string) {
  await undoAct(ctx(), { id });
  await runAct(database.db, id);
}
const leads = (path: string) => resolveOldPath(database.db, path);

describe("mergeOutlets", () => {
  test("moves every article, in all states, and keeps counts, lists and versions right", async () => {
    const [a, b] = [await outlet(3), await outlet(2)];
    const draft = await makeArticle(database.db, { categoryId: a.id });

    const act = await merge(a.id, b.id);

    expect(await stored(b.id)).toMatchObject({ publishedCount: 5, newestAt: published.publishAt });
    expect(await stored(a.id)).toMatchObject({ publishedCount: 0, mergedIntoId: b.id, name: a.name, slug: a.slug });
    for (const { id } of [...a.stories, draft]) expect(await under(id)).toMatchObject({ categoryId: b.id, version: 1 });
    expect(await database.db.$count(deskLines, eq(deskLines.categoryId, a.id))).toBe(0);
    expect(await database.db.$count(deskLines, eq(deskLines.categoryId, b.id))).toBe(6);
    expect((await listDirectory(database.db)).map(({ id }) => id)).not.toContain(a.id);
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, a.id));
    expect(row).toMatchObject({ action: "category.merged", change: { name: a.name, into: b.name, articles: 4, act } });
    expect(await database.db.$count(auditLog, eq(auditLog.subjectId, a.stories[0]!.id))).toBe(0);
  });

  test("leads every old address on in one hop, along a chain too, and back when it is undone", async () => {
    const [a, b, c] = [await outlet(1), await outlet(1), await outlet(1)];
    await database.db.insert(categoryAliases).values({ alias: `${a.slug} APP`, categoryId: a.id });
    const first = await merge(a.id, b.id);
    expect(await leads(`/category/${a.slug}`)).toBe(`/category/${b.slug}`);

    const second = await merge(b.id, c.id);

    for (const path of [
      `/category/${a.slug}`,
      `/category/${a.slug}.html`,
      `/${a.slug}`,
      `/category/${a.slug} APP.html`,
    ])
      expect(await leads(path)).toBe(`/category/${c.slug}`);
    expect(await leads(`/category/${b.slug}`)).toBe(`/category/${c.slug}`);
    expect((await under(a.stories[0]!.id)).categoryId).toBe(c.id);

    await expect(undoAct(ctx(), { id: first })).rejects.toMatchObject({ code: "conflict" });
    await undo(second);
    expect((await under(a.stories[0]!.id)).categoryId).toBe(b.id);
    await undo(first);
    expect((await under(a.stories[0]!.id)).categoryId).toBe(a.id);
    expect((await under(b.stories[0]!.id)).categoryId).toBe(b.id);
    expect(await leads(`/category/${a.slug}`)).toBeNull();
    expect(await leads(`/${a.slug}`)).toBe(`/category/${a.slug}`);
    expect(await stored(a.id)).toMatchObject({ publishedCount: 1, mergedIntoId: null });
  });

  test("an address that another outlet's alias spells as well still leads to its own survivor", async () => {
    const [a, b, other] = [await outlet(0), await outlet(0), await outlet(0)];
    await database.db.insert(categoryAliases).values({ alias: a.slug, categoryId: other.id });
    await merge(a.id, b.id);
    expect(await leads(`/category/${a.slug}`)).toBe(`/category/${b.slug}`);
  });

  test("undone, leaves what came later, and what an editor put elsewhere", async () => {
    const [a, b, c] = [await outlet(2), await outlet(0), await outlet(0)];
    const act = await merge(a.id, b.id);
    const [stays, goes] = [a.stories[0]!.id, a.stories[1]!.id];
    await updateArticle(ctx(), { ...articleForm({ categoryId: c.id }), id: stays, version: 1 });
    const later = await makeArticle(database.db, { categoryId: b.id, ...published });

    await undo(act);

    expect((await under(stays)).categoryId).toBe(c.id);
    expect((await under(goes)).categoryId).toBe(a.id);
    expect((await under(later.id)).categoryId).toBe(b.id);
    await undoAct(ctx(), { id: act });
    expect(await database.db.$count(auditLog, eq(auditLog.action, "category.unmerged"))).toBeGreaterThan(0);
  });

  test("who had the story open saves it under the survivor, with no conflict, and repeats a lost save", async () => {
    const [a, b] = [await outlet(0), await outlet(0)];
    const person = await makeUser(database.db);
    const actor = actorOf("editor", person.id);
    const { article } = await createArticle(ctx(actor), articleForm({ categoryId: a.id }));
    await merge(a.id, b.id);

    const form = {
      ...articleForm({ categoryId: a.id, title: "改过" }),
      slug: "",
      id: article.id,
      version: 1,
      seq: 1,
      pastes: [],
    };
    const saved = await saveWriting(ctx(actor), form);
    const again = await saveWriting(ctx(actor), form);

    expect(saved.article).toMatchObject({ categoryId: b.id, title: "改过", version: 2 });
    expect(again.article.version).toBe(2);
    const [last] = await database.db
      .select()
      .from(revisions)
      .where(sql`${revisions.articleId} = ${article.id} and ${revisions.version} = 2`);
    expect(last?.fields).toMatchObject({ categoryId: b.id });
  });

  test("saves at the very moment of a merge end under the survivor", async () => {
    const [a, b] = [await outlet(0), await outlet(0)];
    const act = randomUUID();
    const writes = Array.from({ length: 12 }, () =>
      createArticle(ctx(), articleForm({ categoryId: a.id, title: "同时" })),
    );
    const merging = mergeOutlets(ctx(), { act, id: a.id, into: b.id });
    const more = Array.from({ length: 12 }, () =>
      createArticle(ctx(), articleForm({ categoryId: a.id, title: "同时" })),
    );
    await Promise.all([...writes, merging, ...more]);
    await runAct(database.db, act);
    expect(await database.db.$count(articles, eq(articles.categoryId, a.id))).toBe(0);
    expect(await database.db.$count(articles, eq(articles.categoryId, b.id))).toBe(24);
  });

  test("an interrupted move is gone on with, by two processes side by side, and a locked article is waited for", async () => {
    const [a, b] = [await outlet(3), await outlet(0)];
    const act = randomUUID();
    await mergeOutlets(ctx(), { act, id: a.id, into: b.id });
    let moving: Promise<unknown> = Promise.resolve();
    await database.db.transaction(async (tx) => {
      await tx.select().from(articles).where(eq(articles.id, a.stories[0]!.id)).for("update");
      moving = Promise.all([runAct(database.db, act), resumeActs(database.db)]);
      await expect.poll(() => database.db.$count(articles, eq(articles.categoryId, b.id))).toBe(2);
    });
    await moving;
    expect(await database.db.$count(articles, eq(articles.categoryId, b.id))).toBe(3);
  });

  test("who works in the one goes on in the other, and no longer once it is undone", async () => {
    const [a, b] = [await outlet(0), await outlet(0)];
    const { id: userId } = await makeUser(database.db);
    await database.db.insert(userCategories).values({ userId, categoryId: a.id });
    const rights = async () =>
      (await database.db.select().from(userCategories).where(eq(userCategories.userId, userId)))
        .map((row) => row.categoryId)
        .sort();
    const act = await merge(a.id, b.id);
    expect(await rights()).toEqual([a.id, b.id].sort());
    await undo(act);
    expect(await rights()).toEqual([a.id]);
  });

  test.each([
    ["an author", () => actorOf("author"), "forbidden"],
    ["an editor of one of the two", (a: string) => actorOf("editor", randomUUID(), [a]), "forbidden"],
  ])("refuses %s", async (_who, who, code) => {
    const [a, b] = [await outlet(1), await outlet(0)];
    const input = { act: randomUUID(), id: a.id, into: b.id };
    await expect(mergeOutlets(ctx(who(a.id)), input)).rejects.toMatchObject({ code });
    expect((await stored(a.id)).mergedIntoId).toBeNull();
  });

  test("refuses itself, one that is merged away, and one whose articles are still on their way", async () => {
    const [a, b, c] = [await outlet(1), await outlet(0), await outlet(0)];
    await expect(mergeOutlets(ctx(), { act: randomUUID(), id: a.id, into: a.id })).rejects.toMatchObject({
      code: "invalid",
    });
    const act = randomUUID();
    await mergeOutlets(ctx(), { act, id: a.id, into: b.id });
    await expect(mergeOutlets(ctx(), { act: randomUUID(), id: b.id, into: c.id })).rejects.toMatchObject({
      code: "conflict",
    });
    await runAct(database.db, act);
    await expect(mergeOutlets(ctx(), { act: randomUUID(), id: c.id, into: a.id })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await mergeOutlets(ctx(), { act, id: a.id, into: b.id })).id).toBe(act);
  });
});

describe("updateOutlet", () => {
  test("keeps the old address and the old name, which nobody else may take", async () => {
    const a = await outlet(0, { slug: "jiudizhi", name: "旧名", pinyin: "jiuming" });
    await updateOutlet(ctx(), { id: a.id, version: 1, ...fields({ name: "改名报", slug: "gaimingbao" }) });

    expect(await stored(a.id)).toMatchObject({ name: "改名报", slug: "gaimingbao", pinyin: "gaimingbao", version: 2 });
    for (const path of ["/category/jiudizhi", "/jiudizhi", "/category/旧名"])
      expect(await leads(path)).toBe("/category/gaimingbao");
    await expect(
      createOutlet(ctx(), { id: randomUUID(), ...fields({ name: "旧 名", slug: "jiudizhi" }) }),
    ).rejects.toMatchObject({
      fields: {
        name: "这是「改名报」的别名；先在那里去掉",
        slug: "这个地址曾属于「改名报」，会转到那里，不能再用。可以用 jiudizhi-2",
      },
    });
    await expect(updateOutlet(ctx(), { id: a.id, version: 1, ...fields({ name: "晚到" }) })).rejects.toMatchObject({
      code: "conflict",
    });

    await updateOutlet(ctx(), { id: a.id, version: 2, ...fields({ name: "旧名", slug: "jiudizhi" }) });
    expect(await leads("/category/jiudizhi")).toBeNull();
    expect(await leads("/category/gaimingbao")).toBe("/category/jiudizhi");
  });

  test("of two outlets of one sound the later gets a number", async () => {
    await createOutlet(ctx(), { id: randomUUID(), ...fields({ name: "世界" }) });
    const second = await createOutlet(ctx(), { id: randomUUID(), ...fields({ name: "视界" }) });
    expect(second.slug).toBe("shijie-2");
  });

  test("an alias added by hand goes again, an address does not", async () => {
    const a = await outlet(0, { slug: "biemingjia", name: "别名甲", pinyin: "biemingjia" });
    await addOutletAlias(ctx(), { id: a.id, alias: "甲报" });
    expect(await leads("/category/甲报")).toBe("/category/biemingjia");
    await expect(addOutletAlias(ctx(), { id: a.id, alias: "甲报" })).rejects.toMatchObject({ code: "invalid" });
    await removeOutletAlias(ctx(), { id: a.id, alias: "甲报" });
    expect(await leads("/category/甲报")).toBeNull();
    await updateOutlet(ctx(), { id: a.id, version: 1, ...fields({ name: "别名甲", slug: "biemingyi" }) });
    await expect(removeOutletAlias(ctx(), { id: a.id, alias: "biemingjia" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("splitOutlet", () => {
  test("takes what the criteria name to an outlet made for it, and back", async () => {
    const a = await outlet(2);
    const mine = await makeArticle(database.db, {
      categoryId: a.id,
      ...published,
      title: "港股日报",
      sourceName: "港报",
    });
    const old = { status: "published" as const, publishAt: new Date("2020-01-01T00:00:00Z") };
    await makeArticle(database.db, { categoryId: a.id, ...old, title: "港股旧闻", sourceName: "港报" });
    const criteria = { ...none, sources: ["港报"], words: "港股", from: "2026-11-20", until: "2026-11-20" };
    expect(await countOutletSplit(ctx(), { id: a.id, criteria })).toBe(1);

    const act = randomUUID();
    await splitOutlet(ctx(), { act, id: a.id, criteria, into: null, name: "港报财经", slug: "" });
    await runAct(database.db, act);

    const made = await stored((await under(mine.id)).categoryId);
    expect(made).toMatchObject({ name: "港报财经", slug: "gangbaocaijing", publishedCount: 1 });
    expect(await stored(a.id)).toMatchObject({ publishedCount: 3, mergedIntoId: null });
    await undo(act);
    expect((await under(mine.id)).categoryId).toBe(a.id);
    expect((await stored(made.id)).publishedCount).toBe(0);
  });

  test("without a criterion, or with one that nothing meets, makes nothing", async () => {
    const a = await outlet(1);
    const count = await database.db.$count(categories);
    const split = (criteria: typeof none) =>
      splitOutlet(ctx(), { act: randomUUID(), id: a.id, criteria, into: null, name: "不该有", slug: "" });
    await expect(split(none)).rejects.toMatchObject({ code: "invalid" });
    await expect(split({ ...none, words: "没有这样的题" })).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.$count(categories)).toBe(count);
  });
});
