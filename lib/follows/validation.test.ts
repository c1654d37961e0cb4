import { describe, expect, test } from "vitest";
import { MOST_OUTLETS, MOST_SECURITIES } from "./format";
import { newsInput } from "./validation";

const stocks = (count: number) => Array.from({ length: count }, (_, n) => `/stock/SH${600000 + n}`);
const outlets = (count: number) => Array.from({ length: count }, (_, n) => `/category/meiti${n}`);
const messageOf = (input: unknown) => newsInput.safeParse(input).error?.issues[0]?.message;

test("addresses become symbols and slugs, each once, decoded", () => {
  const follows = ["/stock/SH600000", "/category/%E7%94%B2-bao", "/stock/SH600000", "/stock/BK0475"];
  expect(newsInput.parse({ follows })).toEqual({ symbols: ["SH600000", "BK0475"], slugs: ["甲-bao"], before: "" });
});

test("what names nothing is left out, so that one bad line does not spoil a list", () => {
  const follows = ["/category/%E4%ZZ", "/stock/%00", "/stock/SH60%0A0000", "/stock/SH600000"];
  expect(newsInput.parse({ follows })).toMatchObject({ symbols: ["SH600000"], slugs: [] });
});

describe("refuses in words", () => {
  test.each([
    ["nothing", undefined, /./],
    ["no list", { follows: "SH600000" }, /缺少名单/],
    ["another page", { follows: ["/articles/a"] }, /不是证券页或媒体页/],
    ["more of a path", { follows: ["/stock/SH600000/flashes"] }, /不是证券页或媒体页/],
    ["one security too many", { follows: stocks(MOST_SECURITIES + 1) }, /最多关注 100 个证券/],
    ["one outlet too many", { follows: outlets(MOST_OUTLETS + 1) }, /最多关注 50 家媒体/],
    ["a long list", { follows: Array(151).fill("/stock/SH600000") }, /名单最多 150 项/],
    ["a line that is none", { follows: [], before: "yesterday" }, /翻页位置不对/],
  ])("%s", (_what, input, words) => {
    expect(messageOf(input)).toMatch(words);
  });
  test("and takes as many as a list may hold", () => {
    expect(messageOf({ follows: [...stocks(MOST_SECURITIES), ...outlets(MOST_OUTLETS)] })).toBeUndefined();
  });
});
