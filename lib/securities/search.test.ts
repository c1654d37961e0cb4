import { beforeAll, describe, expect, test } from "vitest";
import { securities } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { searchSecurities } from "./search-queries";
import { seedSecurities } from "./seed";
import { spellName } from "./spelling";

const database = testDb();

beforeAll(async () => {
  await seedSecurities(database.db, process.cwd());
  await database.db.insert(securities).values([
    { symbol: "BK0493", kind: "sector", name: "新能源", ...spellName("新能源") },
    { symbol: "SH000001", kind: "index", name: "上证指数", ...spellName("上证指数") },
  ]);
});

const find = async (query: string) => (await searchSecurities(database.db, query)).map(({ symbol }) => symbol);

describe("searchSecurities", () => {
  test.each([
    ["a code", "600519", ["SH600519"]],
    ["a code with its exchange", "sh600519", ["SH600519"]],
    ["full-width figures", "６００５１９", ["SH600519"]],
    ["initials, the mainland first", "ndsd", ["SZ300750", "HK03750"]],
    ["whole pinyin", "ningdeshi", ["SZ300750", "HK03750"]],
    ["as an input method writes it", "ning'de'shi'dai", ["SZ300750", "HK03750"]],
    ["a name", "贵州茅台", ["SH600519"]],
    ["latin letters in a name", "tcl", ["SZ000100"]],
    ["a code that two exchanges have: the stock first", "000001", ["SZ000001", "SH000001"]],
    ["a sector", "xny", ["BK0493"]],
  ])("%s", async (_what, query, symbols) => {
    expect((await find(query)).slice(0, symbols.length)).toEqual(symbols);
  });

  test("the beginning of a code, the middle of a name", async () => {
    expect(await find("68820")).toContain("SH688203");
    expect(await find("茅台")).toEqual(["SH600519"]);
  });

  test("nothing for nothing, and signs of patterns mean themselves", async () => {
    expect(await find(" ")).toEqual([]);
    expect(await find("%")).toEqual([]);
    expect(await find("_____")).toEqual([]);
  });
});
