import { expect, test } from "vitest";
import { findTrigger } from "./trigger";

test.each([
  ["$gzmt", { query: "gzmt", from: 0, to: 5 }],
  ["涨幅居前：＄600519", { query: "600519", from: 5, to: 12 }],
  ["#宁德", { query: "宁德", from: 0, to: 3 }],
  ["￥ndsd", { query: "ndsd", from: 0, to: 5 }],
  ["$ning'de", { query: "ning'de", from: 0, to: 8 }],
  ["耗资$80", null],
  ["$", null],
  ["$gzmt ", null],
  ["贵州茅台", null],
])("%s", (text, trigger) => {
  expect(findTrigger(text, text.length)).toEqual(trigger);
});

test("only what stands before the caret", () => {
  expect(findTrigger("$gzmt提价", 5)).toEqual({ query: "gzmt", from: 0, to: 5 });
  expect(findTrigger("$gzmt提价", 0)).toBeNull();
});
