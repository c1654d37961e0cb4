import { describe, expect, test } from "vitest";
import { codeOf, distance, type Entry, NameBook } from "./name-book";

const security = (symbol: string, name: string, keys: string[], spelled: string[], weight = 0): Entry => ({
  ...{ kind: "security", symbol, name, keys: [name.toLowerCase(), ...keys] },
  ...{ spelled, weight },
});
const book = new NameBook([
  security("HK06030", "中信证券", [], ["zhongxinzhengquan", "zxzq"]),
  security("SH600030", "中信证券", [], ["zhongxinzhengquan", "zxzq"]),
  security("SH600519", "贵州茅台", ["茅台"], ["guizhoumaotai", "gzmt"]),
  security("SZ000001", "平安银行", ["深发展"], ["pinganyinhang", "payh"], 5),
  security("SH601318", "中国平安", ["平安"], ["zhongguopingan", "zgpa"], 9),
  security("HK00700", "腾讯控股", ["腾讯"], ["tengxunkonggu", "txkg"]),
  {
    ...{ kind: "outlet", id: "1", slug: "dongancaijing", name: "东岸财经", keys: ["东岸财经"] },
    spelled: ["dongancaijing"],
    weight: 1,
  },
]);
const names = (list: { name: string }[]) => list.map(({ name }) => name);
const symbols = (text: string) =>
  book.named(text).map((named) => (named.kind === "security" ? named.symbol : named.slug));

describe("what a text names", () => {
  test.each([
    ["gzmt", ["SH600519"]],
    ["GuiZhouMaoTai", ["SH600519"]],
    ["貴州茅臺", ["SH600519"]],
    ["600519", ["SH600519"]],
    ["SH600519", ["SH600519"]],
    ["600519.SH", ["SH600519"]],
    ["sz600519", []],
    ["茅台", ["SH600519"]],
    ["中信证券", ["SH600030", "HK06030"]],
    ["深发展", ["SZ000001"]],
    ["700.HK", ["HK00700"]],
    ["00700", ["HK00700"]],
    ["dongancaijing", ["dongancaijing"]],
    ["茅", []],
  ])("%s", (text, expected) => expect(symbols(text)).toEqual(expected));
});

test("suggestions: what fits as a whole, then what begins so, the one that is written about first", () => {
  expect(names(book.suggest("平安", "security", 5).map(({ named }) => named))).toEqual(["中国平安", "平安银行"]);
  expect(book.suggest("深发", "security", 1)[0]).toMatchObject({ key: "深发展", named: { symbol: "SZ000001" } });
  expect(book.suggest("", "security", 5)).toEqual([]);
});

test("the nearest names", () => {
  expect(names(book.nearest("贵洲茅台"))).toEqual(["贵州茅台"]);
  expect(book.nearest("完全不同的文字")).toEqual([]);
  expect(distance("kitten", "sitting", 9)).toBe(3);
  expect(distance("abc", "xyz", 1)).toBe(2);
});

test.each([
  ["600519", { market: "", digits: "600519" }],
  ["ss600519", { market: "SH", digits: "600519" }],
  ["1579.hk", { market: "HK", digits: "1579" }],
  ["abc", null],
])("the code %s", (text, code) => expect(codeOf(text)).toEqual(code));
