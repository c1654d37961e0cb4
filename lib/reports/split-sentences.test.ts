import { expect, test } from "vitest";
import { splitSentences } from "@/lib/reports/split-sentences";

test.each([
  ["ends that differ", "涨了。真的？真的！", ["涨了。", "真的？", "真的！"]],
  ["a quotation's end", "他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]],
  ["no end", "小标题", ["小标题"]],
  ["a decimal point", "跌 3.5%，收 10.2 元。尾巴", ["跌 3.5%，收 10.2 元。", "尾巴"]],
  ["several marks", "什么？！是的……对。", ["什么？！", "是的……对。"]],
  ["nothing", "", []],
])("keeps every character with %s", (_what, text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
  expect(splitSentences(text).join("")).toBe(text);
});
