import { expect, test } from "vitest";
import { diffText } from "@/lib/revisions/diff";
import { isTypoOnly } from "@/lib/revisions/typo";

const text = (body: string, title = "题") => ({ title, summary: "", bodyHtml: body });
const judge = (before: string, after: string, names: string[] = []) =>
  isTypoOnly(diffText(text(before), text(after)), names);

const P = (words: string) => `<p>${words}</p>`;

test.each([
  ["a wrong character", "公司净利涧明显改善，行业回暖。", "公司净利润明显改善，行业回暖。"],
  ["a doubled word", "他表示表示，合同仍在谈判。", "他表示，合同仍在谈判。"],
  ["a mark", "合同仍在谈判,结果待定。", "合同仍在谈判，结果待定。"],
  ["the wrong particle", "他认真的检查了合同。", "他认真地检查了合同。"],
])("folds %s", (_what, before, after) => {
  expect(judge(P(before), P(after))).toBe(true);
});

test.each([
  ["a figure", "下限为每吨 6.7 万元。", "下限为每吨 7.6 万元。"],
  ["a decimal point", "利率为 35%。", "利率为 3.5%。"],
  ["a number in words", "三家电池厂签约。", "两家电池厂签约。"],
  ["a direction", "股价上涨。", "股价下跌。"],
  ["a negation put in", "公司承认违约。", "公司不承认违约。"],
  ["a unit", "成交 7 万元。", "成交 7 亿元。"],
  ["a place", "工厂设在江西。", "工厂设在江苏。"],
  ["a code", "宁德时代 SZ300750 收高。", "宁德时代 SZ300705 收高。"],
  ["more than a few characters", "合同仍在谈判。", "合同仍在谈判，双方预计年底前签字。"],
  ["a paragraph", "甲。</p><p>乙。", "甲。"],
  ["a link's target", '见<a href="https://a.example/">公告</a>。', '见<a href="https://b.example/">公告</a>。'],
])("shows %s", (_what, before, after) => {
  expect(judge(P(before), P(after))).toBe(false);
});

test("shows a change in a name that the article is known to hold", () => {
  expect(judge(P("据华夏时报报道。"), P("据华厦时报报道。"), ["华夏时报"])).toBe(false);
});

test("nothing changed is no typo", () => {
  expect(judge(P("甲。"), P("甲。"))).toBe(false);
});
