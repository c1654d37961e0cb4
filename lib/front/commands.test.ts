import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { publishArticle, trashArticle, unpublishArticle } from "@/lib/articles/commands";
import type { Actor } from "@/lib/context";
import { articles, auditLog, frontArrangement, frontPlacements, outbox } from "@/lib/db/schema";
import { arrangeFront } from "@/lib/front/commands";
import { listCandidates } from "@/lib/front/desk-queries";
import { gatherNews } from "@/lib/front/news";
import { findArrangement, findNextEnd, findPlaced } from "@/lib/front/queries";
import { type ArrangeInput, arrangeInput } from "@/lib/front/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle } from "@/lib/testing/factories";

const database = testDb();
const now = new Date();
const as = (actor: Actor) => ({ db: database.db, actor, now });
const editor = actorOf("editor");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const story = (title: string, set: Partial<typeof articles.$inferInsert> = {}) =>
  makeArticle(database.db, { title, status: "published", publishAt: inHours(-1), ...set });
const slot = ({ id }: { id: string }, endsAt: Date | null = null) => ({
  articleId: id,
  endsAt: endsAt?.toISOString() ?? null,
});
const wish = (version: number, lead: ArrangeInput["lead"], pinned: ArrangeInput["pinned"] = []) => ({
  ...{ version, lead, pinned },
});
const shown = async () => {
  const { lead, seconds } = await gatherNews(database.db, findPlaced(database.db));
  return [lead?.title, ...seconds.flatMap(({ card, isPinned }) => (isPinned ? [card.title] : []))];
};

beforeEach(async () => {
  await database.db.delete(frontPlacements);
  await database.db.delete(frontArrangement);
  await database.db.delete(articles);
});

describe("arrangeFront", () => {
  test("puts stories where they are wanted, says so to the pages and keeps both sides", async () => {
    const [old, one, two] = [await story("旧闻", { publishAt: inHours(-900) }), await story("甲"), await story("乙")];
    await story("最新", { publishAt: inHours(-0.1) });
    expect(await shown()).toEqual(["最新"]);
    const done = await arrangeFront(as(editor), wish(0, slot(old, inHours(2)), [slot(two), slot(one)]));
    expect(done.tags).toEqual(["home"]);
    expect(await shown()).toEqual(["旧闻", "乙", "甲"]);
    expect(await findArrangement(database.db)).toMatchObject({ version: 1, by: "editor" });
    const [row] = await database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(row).toMatchObject({
      action: "front.arranged",
      change: {
        from: [],
        to: [
          { position: 0, articleId: old.id, endsAt: inHours(2).toISOString() },
          { position: 1, articleId: two.id, endsAt: null },
          { position: 2, articleId: one.id },
        ],
      },
    });
    const [told] = await database.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
    expect(told).toMatchObject({ topic: "front.arranged", payload: { tags: ["home"] } });

    const back = await arrangeFront(as(editor), { ...done.before, version: done.after.version });
    expect(back.after).toMatchObject({ version: 2, lead: null, pinned: [] });
    expect(await shown()).toEqual(["最新"]);
  });

  test("sent again it is answered the same and changes nothing", async () => {
    const one = await story("甲");
    const input = wish(0, slot(one, inHours(2)));
    await arrangeFront(as(editor), input);
    const again = await arrangeFront(as(editor), input);
    expect([again.after.version, again.tags]).toEqual([1, []]);
  });

  test.each([
    ["an author", actorOf("author"), 0, "forbidden"],
    ["a contributor", actorOf("contributor"), 0, "forbidden"],
    ["a window that has not seen the newest", editor, 7, "conflict"],
  ])("refuses %s and changes nothing", async (_who, actor, version, code) => {
    const one = await story("甲");
    await expect(arrangeFront(as(actor), wish(version, slot(one)))).rejects.toMatchObject({ code });
    expect(await database.db.$count(frontPlacements)).toBe(0);
  });

  test("of two at once one wins, and the other is told who", async () => {
    const [one, two] = [await story("甲"), await story("乙")];
    const both = await Promise.allSettled([
      arrangeFront(as(editor), wish(0, slot(one))),
      arrangeFront(as(editor), wish(0, slot(two))),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict", message: "editor刚发布了新的编排，你的还没有发布" });
  });

  test("names the places that cannot be taken", async () => {
    const draft = await makeArticle(database.db, { title: "草稿" });
    const flash = await story("快讯", { kind: "flash" });
    const lapsed = await story("过时");
    const gone = { id: "00000000-0000-7000-8000-000000000000" };
    const pinned = [slot(flash), slot(lapsed, inHours(-1)), slot(gone)];
    await expect(arrangeFront(as(editor), wish(0, slot(draft), pinned))).rejects.toMatchObject({
      code: "invalid",
      fields: {
        0: "《草稿》现在没有公开，读者看不到",
        1: "快讯不能放在这里，可以放上突发条",
        2: "这个时间已经过了",
        3: "没有这篇文章了",
      },
    });
  });

  test("the form takes six pinned stories, each once", () => {
    const ids = Array.from({ length: 7 }, (_, n) => `00000000-0000-7000-8000-00000000000${n}`);
    const pinned = (list: string[]) => ({ ...wish(0, null), pinned: list.map((id) => slot({ id })) });
    expect(arrangeInput.safeParse(pinned(ids.slice(0, 6))).success).toBe(true);
    expect(arrangeInput.safeParse(pinned(ids)).success).toBe(false);
    expect(arrangeInput.safeParse(pinned([ids[0]!, ids[0]!])).success).toBe(false);
    expect(arrangeInput.safeParse(wish(0, slot({ id: ids[0]! }, inHours(9000)))).success).toBe(false);
  });
});

describe("a placed story", () => {
  test("that is over gives way, and is in nobody's arrangement any more", async () => {
    const [lead, pin] = [await story("头条"), await story("置顶")];
    await story("最新", { publishAt: inHours(-0.1) });
    await arrangeFront(as(editor), wish(0, slot(lead, inHours(1)), [slot(pin, inHours(2))]));
    expect(await findNextEnd(database.db, now)).toEqual(inHours(1));
    expect(await findNextEnd(database.db, inHours(1))).toEqual(inHours(2));
    expect(await findNextEnd(database.db, inHours(2))).toBeNull();
    await database.db.update(frontPlacements).set({ endsAt: inHours(-0.01) });
    expect(await shown()).toEqual(["最新"]);
    expect(await findArrangement(database.db)).toMatchObject({ version: 1, lead: null, pinned: [] });
  });

  test("that is withdrawn or thrown away gives way at once, and keeps its place for the time it comes back", async () => {
    const [lead, pin] = [await story("头条"), await story("置顶")];
    await story("最新", { publishAt: inHours(-0.1) });
    await arrangeFront(as(editor), wish(0, slot(lead), [slot(pin)]));
    const withdrawn = await unpublishArticle(as(editor), { id: lead.id, version: 1, reason: "有误" });
    expect(withdrawn.tags).toContain("home");
    await trashArticle(as(editor), { id: pin.id, version: 1 });
    expect(await shown()).toEqual(["最新"]);
    const arranged = await findArrangement(database.db);
    expect([arranged.lead?.isPublic, arranged.pinned[0]?.isPublic]).toEqual([false, false]);
    // It may stay, and be moved, but another one that is not public may not come.
    await arrangeFront(as(editor), wish(1, null, [slot(pin), slot(lead)]));
    await publishArticle(as(editor), { id: lead.id, version: 2 });
    expect(await shown()).toEqual(["最新", "头条"]);
  });

  test("goes with its row", async () => {
    const lead = await story("头条");
    await arrangeFront(as(editor), wish(0, slot(lead)));
    await database.db.delete(articles).where(eq(articles.id, lead.id));
    expect(await database.db.$count(frontPlacements)).toBe(0);
  });
});

test("stories to place are found by words, published ones only, newest first", async () => {
  await story("降准落地，资金面宽松", { publishAt: inHours(-3) });
  await story("央行降准半个百分点", { publishAt: inHours(-2) });
  await makeArticle(database.db, { title: "降准草稿" });
  await story("降准快讯", { kind: "flash", publishAt: inHours(-1) });
  const titles = async (...ask: [string, "story"?]) =>
    (await listCandidates(database.db, ...ask)).map(({ title }) => title);
  expect(await titles("降准", "story")).toEqual(["央行降准半个百分点", "降准落地，资金面宽松"]);
  expect(await titles("降准")).toEqual(["降准快讯", "央行降准半个百分点", "降准落地，资金面宽松"]);
  expect(await titles("降准 宽松", "story")).toEqual(["降准落地，资金面宽松"]);
});
