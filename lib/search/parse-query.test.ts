import { describe, expect, test } from "vitest";
import { LONGEST_QUERY, parseQuery } from "./parse-query";

const said = (raw: string) =>
  parseQuery(raw).terms.map(
    ({ text, isPhrase, isExcluded }) => `${isExcluded ? "-" : ""}${isPhrase ? `"${text}"` : text}`,
  );

describe("parseQuery", () => {
  test.each([
    ["宁德时代 长协", ["宁德时代", "长协"]],
    ["　宁德时代　长协　", ["宁德时代", "长协"]],
    ["“整句用引号” 别的", ['"整句用引号"', "别的"]],
    ['"open quote reaches', ['"open quote reaches"']],
    ["「直角」『引号』《书名》", ['"直角"', '"引号"', '"书名"']],
    ["锂 -期货", ["锂", "-期货"]],
    ['锂 -"期货 市场"', ["锂", '-"期货 市场"']],
    ["锂 －期货 −市场", ["锂", "-期货", "-市场"]],
    ["2026-11-23", ["2026-11-23"]],
    ["-", []],
    ["- 期货", ["期货"]],
    ['"" “” %_\\ ，。！', []],
    ["\u0000茅\u0007台\u200b酒", ["茅", "台", "酒"]],
    ["", []],
  ])("%j", (raw, terms) => expect(said(raw)).toEqual(terms));

  test("ten thousand characters are cut, and said to be", () => {
    const { text, isCut, terms } = parseQuery("茅".repeat(10_000));
    expect([...text].length).toBe(LONGEST_QUERY);
    expect(isCut).toBe(true);
    expect(terms).toHaveLength(1);
  });

  test("a half of a pair is no character", () => expect(said("茅\ud800台")).toEqual(["茅", "台"]));
});
