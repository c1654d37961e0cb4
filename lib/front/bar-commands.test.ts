import { desc } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { unpublishArticle } from "@/lib/articles/commands";
import type { Actor } from "@/lib/context";
import { auditLog, frontBar } from "@/lib/db/schema";
import { barLength } from "@/lib/front/bar";
import { lowerBar, raiseBar } from "@/lib/front/bar-commands";
import { listGravest } from "@/lib/front/desk-queries";
import { findBar, findNextEnd } from "@/lib/front/queries";
import { type RaiseBarInput, raiseBarInput } from "@/lib/front/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle } from "@/lib/testing/factories";

const database = testDb();
const now = new Date();
const as = (actor: Actor) => ({ db: database.db, actor, now });
const editor = actorOf("editor");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const wish = (set: Partial<RaiseBarInput> = {}): RaiseBarInput => ({
  ...{ seen: null, kind: "breaking", text: "央行宣布降准", articleId: null, to: "", endsAt: inHours(2).toISOString() },
  ...set,
});
const published = (set: object = {}) =>
  makeArticle(database.db, { status: "published", publishAt: inHours(-1), ...set });

beforeEach(() => database.db.delete(frontBar));

describe("raiseBar", () => {
  test("puts one line up, which the next one replaces, and both can be taken back", async () => {
    const first = await raiseBar(as(editor), wish());
    expect(first).toMatchObject({ before: null, after: { text: "央行宣布降准", kind: "breaking" }, tags: ["bar"] });
    expect(await findNextEnd(database.db, now)).toEqual(inHours(2));
    const second = await raiseBar(as(editor), wish({ seen: first.after!.id, text: "央行宣布降息" }));
    expect(second.before?.text).toBe("央行宣布降准");
    expect(await database.db.$count(frontBar)).toBe(1);
    const [row] = await database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(row).toMatchObject({
      ...{ action: "bar.raised", subjectType: "front" },
      change: { title: "央行宣布降息", kind: "突发" },
    });
    const gone = await lowerBar(as(editor), { seen: second.after!.id });
    expect(gone).toMatchObject({ before: { text: "央行宣布降息" }, after: null, tags: ["bar"] });
    expect(await findBar(database.db)).toBeNull();
  });

  test("longer up, it keeps the time of its news", async () => {
    const { after } = await raiseBar(as(editor), wish());
    const later = { ...as(editor), now: inHours(1) };
    const longer = await raiseBar(later, wish({ seen: after!.id, endsAt: inHours(3).toISOString() }));
    expect(longer.after?.startsAt).toBe(after?.startsAt);
  });

  test.each<[string, Partial<RaiseBarInput>, Record<string, string>]>([
    ["no end ahead", { endsAt: inHours(-1).toISOString() }, { endsAt: "这个时间已经过了" }],
    ["an end behind a day", { endsAt: inHours(25).toISOString() }, { endsAt: "最长 24 小时" }],
    ["an address that has no page", { to: "/articles/meiyou" }, { to: "这个地址上没有页面" }],
    ["another site", { to: "https://example.com/" }, { to: "链接应是本站的地址，以 / 开头" }],
    [
      "an article that is none",
      { articleId: "00000000-0000-7000-8000-000000000000" },
      { to: "这篇文章现在没有公开，读者打不开" },
    ],
  ])("refuses %s", async (_what, set, fields) => {
    await expect(raiseBar(as(editor), wish(set))).rejects.toMatchObject({ code: "invalid", fields });
    expect(await findBar(database.db)).toBeNull();
  });

  test("refuses who does not run the desk, and who has not seen the line there is", async () => {
    const { after } = await raiseBar(as(editor), wish());
    await expect(raiseBar(as(actorOf("author")), wish({ seen: after!.id }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(raiseBar(as(editor), wish({ text: "别的" }))).rejects.toMatchObject({
      ...{ code: "conflict", message: "editor刚放上了“央行宣布降准”，请看过再改" },
    });
    await expect(lowerBar(as(editor), { seen: "00000000-0000-7000-8000-000000000000" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await findBar(database.db))?.text).toBe("央行宣布降准");
  });
});

describe("the line of breaking news", () => {
  test("is over at its end, for the next one as well", async () => {
    await raiseBar(as(editor), wish());
    await database.db.update(frontBar).set({ endsAt: inHours(-0.01) });
    expect(await findBar(database.db)).toBeNull();
    expect((await raiseBar(as(editor), wish({ text: "新的" }))).before).toBeNull();
  });

  test("leads to an article by its address as well, and goes and comes with it", async () => {
    const { id, slug, title } = await published();
    await raiseBar(as(editor), wish({ to: `/articles/${slug}` }));
    expect(await findBar(database.db)).toMatchObject({ articleId: id, slug, title, toPath: null, isPublic: true });
    await unpublishArticle(as(editor), { id, version: 1, reason: "有误" });
    expect(await findBar(database.db)).toMatchObject({ isPublic: false });
    await expect(
      raiseBar(as(editor), wish({ seen: (await findBar(database.db))!.id, to: `/articles/${slug}` })),
    ).rejects.toMatchObject({ fields: { to: "这篇文章现在没有公开，读者打不开" } });
  });

  test("about an article: the audit log, which nothing can be taken out of, has its id and no words", async () => {
    const { id } = await published();
    const { after } = await raiseBar(as(editor), wish({ articleId: id }));
    await lowerBar(as(editor), { seen: after!.id });
    const rows = await database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(2);
    expect(rows.map(({ change }) => change)).toMatchObject([{ articleId: id }, { articleId: id, kind: "突发" }]);
    expect(JSON.stringify(rows)).not.toContain("央行宣布降准");
  });

  test("leads to any page of this site", async () => {
    await raiseBar(as(editor), wish({ to: "/live" }));
    expect(await findBar(database.db)).toMatchObject({ articleId: null, toPath: "/live", isPublic: true });
  });

  test.each([
    ["字".repeat(36), null],
    ["字".repeat(37), "最多 36 个字，再长手机上就超过两行"],
    ["沪指跌破3000点", null],
    ["  ", "请写一句话"],
  ])("%s: %s", (text, fault) => {
    const parsed = raiseBarInput.safeParse(wish({ text }));
    expect(parsed.success ? null : parsed.error.issues[0]?.message).toBe(fault);
  });

  test("counts a letter or a figure as half", () => expect(barLength("沪指跌破3000点")).toBe(7));
});

test("the gravest flashes of a day are offered, newest first", async () => {
  const flash = (title: string, set: object) => published({ title, kind: "flash", level: 3, ...set });
  await flash("旧的", { publishAt: inHours(-30) });
  await flash("早的", { publishAt: inHours(-3) });
  await flash("新的", { publishAt: inHours(-2) });
  await flash("次要", { level: 2 });
  await flash("撤回的", { status: "withdrawn" });
  await published({ title: "报道", level: 3 });
  expect((await listGravest(database.db, now, 9)).map(({ title }) => title)).toEqual(["新的", "早的"]);
});
