import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createArticle, publishArticle, updateArticle } from "@/lib/articles/commands";
import { mentions, outbox, revisions, securityNames } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeCategory, makeSecurity, makeUser } from "@/lib/testing/factories";
import { compareMentions } from "./auto-mentions";
import { rejectSuggestion, restoreSuggestion } from "./commands";
import { listMentioning } from "./list-queries";
import { planRelink, resumeRelinks, runRelink } from "./relink";
import { findRelink } from "./relink-queries";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
let person: string;
let categoryId: string;
const editor = () => ({ db: database.db, actor: actorOf("editor", person), now });

beforeAll(async () => {
  const { db } = database;
  categoryId = (await makeCategory(db)).id;
  person = (await makeUser(db)).id;
  await makeSecurity(db, "SH600519", "贵州茅台");
  await makeSecurity(db, "SZ000858", "五粮液");
  await makeSecurity(db, "SH600036", "招商银行");
});

const mentionsOf = async (articleId: string) =>
  Object.fromEntries(
    (
      await database.db
        .select({ symbol: mentions.symbol, origin: mentions.origin })
        .from(mentions)
        .where(eq(mentions.articleId, articleId))
    ).map(({ symbol, origin }) => [symbol, origin]),
  );
const form = (bodyHtml: string, symbols: string[] = []) =>
  articleForm({ categoryId, bodyHtml, symbols, title: "白酒" });
const make = async (bodyHtml: string, symbols: string[] = []) => {
  const { article } = await createArticle(editor(), form(bodyHtml, symbols));
  return article;
};

describe("what the text names", () => {
  test("is linked with the save, goes with the name, and makes nothing of the editor's own list", async () => {
    const { id, slug } = await make("<p>贵州茅台与五粮液提价。</p>", ["SZ000858"]);
    expect(await mentionsOf(id)).toEqual({ SH600519: "auto", SZ000858: "editor" });
    const [first] = await database.db.select().from(revisions).where(eq(revisions.articleId, id));
    expect(first!.fields).toMatchObject({ symbols: ["SZ000858"] });

    await publishArticle(editor(), { id, version: 1 });
    expect((await listMentioning(database.db, [{ symbol: "SH600519" }])).items.map((item) => item.id)).toContain(id);

    const body = "<p>白酒提价。</p>";
    await updateArticle(editor(), { ...form(body, ["SZ000858"]), id, slug, version: 2 });
    expect(await mentionsOf(id)).toEqual({ SZ000858: "editor" });
    expect((await listMentioning(database.db, [{ symbol: "SH600519" }])).items.map((item) => item.id)).not.toContain(
      id,
    );
  });

  test("becomes the editor's when it is confirmed, and stays then", async () => {
    const { id, slug } = await make("<p>贵州茅台提价。</p>");
    await updateArticle(editor(), { ...form("<p>白酒提价。</p>", ["SH600519"]), id, slug, version: 1 });
    expect(await mentionsOf(id)).toEqual({ SH600519: "editor" });
  });

  test("does not come back once it was turned down, whatever is saved; that can be taken back", async () => {
    const { id, slug } = await make("<p>贵州茅台提价。</p>");
    await rejectSuggestion(editor(), { articleId: id, symbol: "SH600519" });
    expect(await mentionsOf(id)).toEqual({});
    const [said] = await database.db.select().from(outbox).where(eq(outbox.topic, "mentions.changed"));
    expect(said!.payload.tags).toEqual(expect.arrayContaining([`article:${id}`, "stock:SH600519"]));
    await updateArticle(editor(), { ...form("<p>贵州茅台再提价。</p>"), id, slug, version: 1 });
    expect(await mentionsOf(id)).toEqual({});
    await restoreSuggestion(editor(), { articleId: id, symbol: "SH600519" });
    expect(await mentionsOf(id)).toEqual({ SH600519: "auto" });
  });
});

describe("a look at stored articles", () => {
  test("finds what a new name means, takes away what it meant, and leaves others alone", async () => {
    const { db } = database;
    const named = await make("<p>招行下调利率。</p>");
    const other = await make("<p>利率下调。</p>");
    await db.insert(securityNames).values({ symbol: "SH600036", name: "招行" });
    const relink = async (words: string[]) => {
      const id = await db.transaction((tx) => planRelink(tx, editor(), { symbol: "SH600036", words }));
      const steps: number[] = [];
      await runRelink(db, id, { onProgress: (done) => steps.push(done) });
      return steps.at(-1);
    };
    expect(await relink(["招行"])).toBeGreaterThanOrEqual(2);
    expect(await mentionsOf(named.id)).toEqual({ SH600036: "auto" });
    expect(await mentionsOf(other.id)).toEqual({});
    await db.delete(securityNames).where(and(eq(securityNames.symbol, "SH600036"), eq(securityNames.name, "招行")));
    await relink(["招行"]);
    expect(await mentionsOf(named.id)).toEqual({});
  });

  test("that nobody goes on with is taken up by a worker", async () => {
    const { db } = database;
    const named = await make("<p>贵州茅台提价。</p>");
    await db.delete(mentions).where(eq(mentions.articleId, named.id));
    const id = await db.transaction((tx) => planRelink(tx, editor(), { symbol: null, words: [] }));
    await resumeRelinks(db);
    expect(await findRelink(db, id)).toMatchObject({ isUnderWay: false, changed: expect.any(Number) });
    expect(await mentionsOf(named.id)).toEqual({ SH600519: "auto" });
  });

  test("stops when it is told to and goes on where it was", async () => {
    const { db } = database;
    const id = await db.transaction((tx) => planRelink(tx, editor(), { symbol: null, words: [] }));
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      stop.abort();
    };
    await runRelink(db, id, { signal: stop.signal, onProgress });
    expect(seen).toHaveLength(1);
    await runRelink(db, id, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(seen[0]);
  });
});

test("editors and markup keep their word against the text", () => {
  const stored = [
    { symbol: "A", relation: "direct", origin: "editor" },
    { symbol: "B", relation: "direct", origin: "markup" },
    { symbol: "C", relation: "direct", origin: "auto" },
    { symbol: "D", relation: "direct", origin: "auto" },
  ] as const;
  const found = new Map([
    ["D", "sector"],
    ["E", "direct"],
    ["F", "direct"],
  ] as const);
  const { add, remove } = compareMentions(found, stored, new Set(["F"]));
  expect([...add]).toEqual([
    ["D", "sector"],
    ["E", "direct"],
  ]);
  expect(remove).toEqual(["C"]);
});
