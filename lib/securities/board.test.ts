import { beforeAll, expect, test } from "vitest";
import { mentions, securities } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { findLastMention, listLetters, listMostMentioned, listUnderLetter } from "./board-queries";
import { spellName } from "./spelling";

const database = testDb();
const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const NAMES = { SZ300750: "宁德时代", SZ002594: "比亚迪", SH601398: "工商银行", BK0475: "银行", SH600001: "某某股份" };

async function publish(hour: number, symbols: string[], isPublic = true) {
  const { db } = database;
  const categoryId = (await makeCategory(db)).id;
  const article = await makeArticle(db, { status: isPublic ? "published" : "draft", publishAt: at(hour), categoryId });
  for (const symbol of symbols) {
    await db.insert(mentions).values({
      ...{ articleId: article.id, symbol, relation: symbol.startsWith("BK") ? "sector" : "direct" },
      ...{ origin: "markup", listedAt: isPublic ? at(hour) : null },
    });
  }
}

beforeAll(async () => {
  const { db } = database;
  await db
    .insert(securities)
    .values(Object.entries(NAMES).map(([symbol, name]) => ({ symbol, name, ...spellName(name) })));
  await db.insert(securities).values({ symbol: "HK00001", name: "HK00001" });
  await publish(1, ["SZ300750", "SZ002594"]);
  await publish(5, ["SZ002594", "BK0475"]);
  await publish(6, ["SZ002594", "SZ300750", "SH601398", "HK00001"]);
  await publish(7, ["SH600001"], false);
});

test("most mentioned directly since a moment, most first and then by symbol", async () => {
  const found = await listMostMentioned(database.db, at(0), 3);
  expect(found).toEqual([
    { symbol: "SZ002594", name: "比亚迪", count: 3 },
    { symbol: "SZ300750", name: "宁德时代", count: 2 },
    { symbol: "HK00001", name: "HK00001", count: 1 },
  ]);
  const lately = await listMostMentioned(database.db, at(5), 9);
  expect(lately.map(({ symbol, count }) => [symbol, count])).toEqual([
    ["SZ002594", 2],
    ["HK00001", 1],
    ["SH601398", 1],
    ["SZ300750", 1],
  ]);
  expect(await findLastMention(database.db)).toEqual(at(6));
});

test("letters lead to securities that have an article; a name without pinyin stands apart", async () => {
  expect(await listLetters(database.db)).toEqual([
    { letter: "0", count: 1 },
    { letter: "b", count: 1 },
    { letter: "g", count: 1 },
    { letter: "n", count: 1 },
    { letter: "y", count: 1 },
  ]);
  expect(await listUnderLetter(database.db, "n")).toEqual([{ symbol: "SZ300750", name: "宁德时代" }]);
  expect(await listUnderLetter(database.db, "0")).toEqual([{ symbol: "HK00001", name: "HK00001" }]);
  expect(await listUnderLetter(database.db, "m")).toEqual([]);
});
