import { beforeAll, describe, expect, test } from "vitest";
import { mentions, refusedLinks, securities, securityNames } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeSecurity } from "@/lib/testing/factories";
import { findSecurityForDesk, listRefusedLinks, listSecurityLines } from "./desk-queries";
import { readRefusedParams, type SecurityParams } from "./params";
import { spellName } from "./spelling";

const database = testDb();
const at = new Date("2026-11-24T02:00:00Z");

beforeAll(async () => {
  const { db } = database;
  const rows = [
    { symbol: "SH600036", name: "招商银行", version: 2 },
    { symbol: "SH600519", name: "贵州茅台" },
    { symbol: "SZ300024", name: "机器人", isAmbiguous: true },
  ];
  await db.insert(securities).values(rows.map((row) => ({ ...row, ...spellName(row.name) })));
  await db.insert(securityNames).values({ symbol: "SH600036", name: "招行", ...spellName("招行") });
  for (let n = 0; n < 60; n++) await makeSecurity(db, `SZ00${String(n).padStart(4, "0")}`, `填充${n}`);
  const { id: articleId } = await makeArticle(db, { status: "published", publishAt: at });
  const direct = { articleId, relation: "direct", origin: "auto" } as const;
  await db.insert(mentions).values({ ...direct, symbol: "SH600519", listedAt: at });
  const refused = { articleId, context: "", reason: "other-word", createdAt: at } as const;
  await db
    .insert(refusedLinks)
    .values(Array.from({ length: 60 }, (_, n) => ({ ...refused, symbol: "SZ300024", word: `词${n + 10}` })));
});

const found = async (params: SecurityParams) =>
  (await listSecurityLines(database.db, params)).items.map(({ symbol }) => symbol);

describe("the list of securities", () => {
  test.each([
    ["its name", { q: "茅台" }, ["SH600519"]],
    ["another name", { q: "招行" }, ["SH600036"]],
    ["its code", { q: "600519" }, ["SH600519"]],
    ["pinyin", { q: "guizhou" }, ["SH600519"]],
    ["initials of another name", { q: "zh" }, ["SH600036"]],
    ["names it has", { view: "named" }, ["SH600036"]],
    ["edits", { view: "edited" }, ["SH600036"]],
    ["doubt", { view: "ambiguous" }, ["SZ300024"]],
    ["refused links", { view: "refused" }, ["SZ300024"]],
  ] as const)("by %s", async (_what, params, expected) => expect(await found(params)).toEqual(expected));

  test("each line says what is its own", async () => {
    const { items } = await listSecurityLines(database.db, {});
    expect(items.slice(0, 3)).toMatchObject([
      { symbol: "SH600036", aliases: ["招行"], count: 0, refused: 0 },
      { symbol: "SH600519", aliases: [], count: 1, refused: 0 },
      { symbol: "SZ000000", aliases: [], count: 0, refused: 0 },
    ]);
    expect(await findSecurityForDesk(database.db, "SZ300024")).toMatchObject({ count: 0, refused: 60, names: [] });
  });

  test("is turned by code, there and back", async () => {
    const first = await listSecurityLines(database.db, {});
    const second = await listSecurityLines(database.db, { after: first.items.at(-1)!.symbol });
    expect([first.items.length, second.items.length, second.hasOlder]).toEqual([50, 13, false]);
    const back = await listSecurityLines(database.db, { before: second.items[0]!.symbol });
    expect(back.items).toEqual(first.items);
  });
});

test("refused links are turned by their place", async () => {
  const first = await listRefusedLinks(database.db, readRefusedParams({}));
  const last = first.items.at(-1)!;
  const after = [last.createdAt.toISOString(), last.articleId, last.symbol, last.word].join("~");
  const second = await listRefusedLinks(database.db, readRefusedParams({ after }));
  const words = [...first.items, ...second.items].map(({ word }) => word);
  expect([first.items.length, second.items.length, new Set(words).size]).toEqual([50, 10, 60]);
});
