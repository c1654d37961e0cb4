import { expect, test } from "vitest";
import { countText } from "./count";

test.each([
  ["", 0, 0, 0],
  ["央行公告", 4, 4, 1],
  ["央行，公告。", 6, 6, 1],
  ["A股上涨 3.5%", 5, 8, 1],
  ["hello world", 2, 10, 1],
  ["甲 乙\n丙　丁", 4, 4, 1],
  ["𠮷野家", 3, 3, 1],
  ["“引”——完", 6, 6, 1],
  ["字".repeat(401), 401, 401, 2],
])("%s", (text, words, characters, minutes) => {
  expect(countText(text)).toEqual({ words, characters, minutes });
});
