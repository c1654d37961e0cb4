import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { unpublishArticle } from "@/lib/articles/commands";
import { tag } from "@/lib/cache/tags";
import type { Actor } from "@/lib/context";
import { articles, auditLog, mentions, outbox, revisions } from "@/lib/db/schema";
import { publishFlash, undoFlash, updateFlash } from "@/lib/flashes/commands";
import { countFlashesSince, listFlashesSince } from "@/lib/flashes/queries";
import type { PublishFlashInput } from "@/lib/flashes/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeSecurity, makeUser } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const editor = actorOf("editor");
const colleague = actorOf("editor");
const as = (actor: Actor, at = now) => ({ db: database.db, actor, now: at });

const flash = async (set: Partial<PublishFlashInput> = {}): Promise<PublishFlashInput> => ({
  ...{ id: randomUUID(), title: "央行续做", text: "利率不变。", level: 2, symbols: [] },
  ...set,
  categoryId: set.categoryId ?? (await makeCategory(database.db)).id,
});
const read = async (id: string) => (await database.db.select().from(articles).where(eq(articles.id, id)))[0];
/** What was done, step by step, with its reason: `article.withdrawn 快讯撤销`. */
const trail = async (id: string) => ({
  audit: (await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(
    ({ action, change }) => [action, change.reason ?? ""].join(" ").trim(),
  ),
  revisions: (
    await database.db.select().from(revisions).where(eq(revisions.articleId, id)).orderBy(revisions.version)
  ).map(({ version, status, reason }) => `${version} ${status} ${reason}`.trim()),
});
const counts = async () => [
  await database.db.$count(articles),
  await database.db.$count(revisions),
  await database.db.$count(auditLog),
  await database.db.$count(outbox),
];

describe("publishFlash", () => {
  test("links what its text names, but not what was turned down while it was written", async () => {
    const by = actorOf("editor", (await makeUser(database.db)).id);
    await makeSecurity(database.db, "SH601398", "工商银行");
    await makeSecurity(database.db, "SH601288", "农业银行");
    const input = await flash({ text: "工商银行与农业银行公告。", refused: ["SH601398"] });
    await publishFlash(as(by), input);
    const rows = await database.db.select().from(mentions).where(eq(mentions.articleId, input.id));
    expect(rows).toMatchObject([{ symbol: "SH601288", origin: "auto", listedAt: now }]);
  });

  test("makes a public flash at once, with its trace, and names the pages that show it", async () => {
    const symbol = await makeSecurity(database.db, "SH600036");
    const input = await flash({ text: "利率 < 2%。\n第二段。", symbols: [symbol, symbol] });
    const { article, tags } = await publishFlash(as(editor), input);
    expect(article).toMatchObject({
      ...{ id: input.id, kind: "flash", level: 2, status: "published", publishAt: now, createdBy: editor.id },
      ...{ title: "央行续做", bodyHtml: "<p>利率 &lt; 2%。</p><p>第二段。</p>", version: 2 },
    });
    expect(tags).toEqual(expect.arrayContaining([tag.live, tag.home, tag.stock(symbol), tag.article(input.id)]));
    expect(await trail(input.id)).toEqual({
      audit: ["article.created", "article.published"],
      revisions: ["1 draft", "2 published"],
    });
    expect(await database.db.select().from(mentions).where(eq(mentions.articleId, input.id))).toMatchObject([
      { symbol, relation: "direct", origin: "editor", listedAt: now },
    ]);
  });

  test("said again, word for word, it publishes nothing and is answered with the flash as it stands", async () => {
    const input = await flash({ title: "再说一遍" });
    const first = await publishFlash(as(editor), input);
    const before = await counts();
    expect(await publishFlash(as(editor), input)).toMatchObject({ article: first.article });
    await updateFlash(as(colleague), { ...input, version: 2, text: "改过。" });
    expect((await publishFlash(as(editor), input)).article).toMatchObject({ version: 3, bodyHtml: "<p>改过。</p>" });
    await unpublishArticle(as(editor), { id: input.id, version: 3, reason: "来源更正" });
    expect((await publishFlash(as(editor), input)).article.status).toBe("withdrawn");
    expect((await counts())[0]).toBe(before[0]);
  });

  test("sent twice at the same moment it is one", async () => {
    const input = await flash({ title: "两次点按" });
    const [one, other] = await Promise.all([publishFlash(as(editor), input), publishFlash(as(editor), input)]);
    expect(one.article.id).toBe(other.article.id);
    expect((await trail(input.id)).revisions).toHaveLength(2);
  });

  test.each([
    ["another text under the same number", editor, { text: "别的。" }, "conflict"],
    ["a colleague's number", colleague, {}, "forbidden"],
  ])("refuses %s", async (_what, actor, set, code) => {
    const input = await flash({ title: "号码用过" });
    await publishFlash(as(editor), input);
    const before = await counts();
    await expect(publishFlash(as(actor), { ...input, ...set })).rejects.toMatchObject({ code });
    expect(await counts()).toEqual(before);
  });

  test.each([
    ["an author", actorOf("author"), {}, { code: "forbidden" }],
    ["an unknown outlet", editor, { categoryId: randomUUID() }, { fields: { categoryId: "没有这个媒体" } }],
    ["an unknown security", editor, { symbols: ["SH999999"] }, { fields: { symbols: "没有这些证券：SH999999" } }],
    [
      "a code that is another's",
      editor,
      { text: "甲乙丙丁（600519）公告。" },
      { fields: { bodyHtml: expect.stringContaining("600519") } },
    ],
  ])("refuses %s and leaves nothing behind", async (_what, actor, set, fault) => {
    await database.db;
    await makeSecurity(database.db, "SH600519", "贵州茅台");
    await makeSecurity(database.db, "SH600999", "甲乙丙丁");
    const input = await flash(set);
    const before = await counts();
    await expect(publishFlash(as(actor), input)).rejects.toMatchObject(fault);
    expect(await counts()).toEqual(before);
    expect(await read(input.id)).toBeUndefined();
  });
});

describe("undoFlash", () => {
  test("withdraws with a reason that readers see, once, and leaves its trace", async () => {
    const input = await flash();
    await publishFlash(as(editor), input);
    const seen = { id: input.id, version: 2 };
    const { article, tags } = await undoFlash(as(editor, later(29_000)), seen);
    expect(article).toMatchObject({ status: "withdrawn", withdrawnReason: "快讯撤销", version: 3 });
    expect(tags).toContain(tag.live);
    // Its answer was lost, and the half minute is over.
    expect((await undoFlash(as(editor, later(120_000)), seen)).article.version).toBe(3);
    expect(await trail(input.id)).toEqual({
      audit: ["article.created", "article.published", "article.withdrawn 快讯撤销"],
      revisions: ["1 draft", "2 published", "3 withdrawn 快讯撤销"],
    });
  });

  test.each([
    ["after the half minute", editor, 46_000, 2, "invalid"],
    ["when somebody changed it meanwhile", editor, 5_000, 1, "conflict"],
    ["for an author", actorOf("author"), 5_000, 2, "forbidden"],
  ])("not %s", async (_when, actor, ms, version, code) => {
    const input = await flash();
    await publishFlash(as(editor), input);
    await expect(undoFlash(as(actor, later(ms)), { id: input.id, version })).rejects.toMatchObject({ code });
    expect((await read(input.id))?.status).toBe("published");
  });

  test("no story", async () => {
    const story = await makeArticle(database.db, { status: "published", publishAt: now });
    await expect(undoFlash(as(editor), { id: story.id, version: 1 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("updateFlash", () => {
  test("changes text and level and keeps the rest; said again it changes nothing", async () => {
    const symbol = await makeSecurity(database.db, "SZ000001");
    const input = await flash({ symbols: [symbol] });
    await publishFlash(as(editor), input);
    const change = { id: input.id, version: 2, title: "央行续做8000亿元", text: "利率不变。", level: 3 };
    const { article } = await updateFlash(as(colleague, later(1000)), change);
    expect(article).toMatchObject({ title: "央行续做8000亿元", level: 3, version: 3, revisedAt: later(1000) });
    expect(await database.db.$count(mentions, eq(mentions.articleId, input.id))).toBe(1);
    const before = await counts();
    expect((await updateFlash(as(colleague), change)).article.version).toBe(3);
    expect(await counts()).toEqual(before);
    await expect(updateFlash(as(editor), { ...change, title: "另一种说法" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("editor"),
    });
  });

  test.each([
    ["a body with more than text in it", { kind: "flash", bodyHtml: "<p><strong>粗</strong></p>" }, "invalid"],
    ["a story", { kind: "story" }, "not_found"],
  ] as const)("refuses %s", async (_what, set, code) => {
    const { id } = await makeArticle(database.db, { status: "published", ...set });
    const change = { id, version: 1, title: "改", text: "改。", level: 1 };
    await expect(updateFlash(as(editor), change)).rejects.toMatchObject({ code });
    expect((await read(id))?.version).toBe(1);
  });
});

test("a day's flashes: newest first, withdrawn ones among them, nothing of another day, kind or hour to come", async () => {
  const day = new Date("2027-03-01T16:00:00Z");
  const at = (hours: number) => new Date(day.getTime() + hours * 3600_000);
  const make = (title: string, set: Partial<typeof articles.$inferInsert>) =>
    makeArticle(database.db, { title, kind: "flash", status: "published", publishAt: at(1), updatedAt: at(1), ...set });
  await make("早", {});
  await make("晚", { publishAt: at(3), bodyHtml: `<p>${"长".repeat(4_000)}</p>` });
  await make("撤", { publishAt: at(2), status: "withdrawn", updatedAt: at(2) });
  await make("昨天", { publishAt: at(-1) });
  await make("报道", { kind: "story" });
  await make("将来", { publishAt: at(9) });
  await make("垃圾", { status: "trashed" });
  const rows = await listFlashesSince(database.db, day, at(4), 10);
  expect(rows.map(({ title, status, isWhole }) => [title, status, isWhole])).toEqual([
    ["晚", "published", false],
    ["撤", "withdrawn", true],
    ["早", "published", true],
  ]);
  expect(await countFlashesSince(database.db, day, at(4))).toBe(2);
});
