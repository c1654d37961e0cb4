import { expect, test } from "vitest";
import { findQuote } from "@/lib/reports/find-quote";

const TEXT = "标题在这里\n新合同以季度为一个结算周期，下限为每吨 7.6 万元。\n“少赚的那一成。”他说。";

test.each([
  ["as it stands", "下限为每吨 7.6 万元", "下限为每吨 7.6 万元"],
  ["without its blanks and with other marks", "周期, 下限为每吨7.6万元.", "周期，下限为每吨 7.6 万元"],
  ["with quotation marks of another kind", '"少赚的那一成"', "少赚的那一成"],
])("finds a sentence %s", (_how, quote, found) => {
  expect(findQuote(TEXT, quote)?.quote).toBe(found);
});

test.each([
  ["a sentence that is not there", "下限为每吨 6.7 万元"],
  ["one that runs over two paragraphs", "万元少赚"],
  ["nothing", "。。"],
])("does not find %s", (_what, quote) => {
  expect(findQuote(TEXT, quote)).toBeNull();
});

test("shows what stands around it, cut where the paragraph is long", () => {
  const found = findQuote(`${"前".repeat(100)}错字${"后".repeat(100)}`, "错字");
  expect(found).toEqual({ before: `…${"前".repeat(60)}`, quote: "错字", after: `${"后".repeat(60)}…` });
});
