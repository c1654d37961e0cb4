import { describe, expect, test } from "vitest";
import { matchSpelled, queryWords } from "@/lib/spelled";
import { initialsOf, spell } from "@/lib/spelling";

/** What of the text a query finds, in brackets. */
function find(text: string, query: string): string | null {
  const spans = matchSpelled(spell(text), queryWords(query));
  if (!spans) return null;
  return [...text].map((sign, at) => (spans.some(([from, to]) => at >= from && at < to) ? `[${sign}]` : sign)).join("");
}

describe("matchSpelled", () => {
  test.each([
    ["as it is written", "贵州茅台提价", "茅台", "贵州[茅][台]提价"],
    ["initials", "贵州茅台提价", "mttj", "贵州[茅][台][提][价]"],
    ["whole syllables", "贵州茅台提价", "maotai", "贵州[茅][台]提价"],
    ["syllables and initials mixed", "贵州茅台提价", "guizmt", "[贵][州][茅][台]提价"],
    ["the last syllable half typed", "贵州茅台提价", "maot", "贵州[茅][台]提价"],
    ["any reading of a character", "工商银行", "gsyh", "[工][商][银][行]"],
    ["punctuation in between is passed", "央行：续做", "yhxz", "[央][行][：][续][做]"],
    ["latin letters and figures stand for themselves", "续做MLF 8000亿", "mlf8000", "续做[M][L][F][ ][8][0][0][0]亿"],
    ["several words in any order", "茅台批价回升", "pj 茅台", "[茅][台][批][价]回升"],
    ["capitals in a word that is not all letters", "续做MLF操作", "mlf操作", "续做[M][L][F][操][作]"],
    ["full-width letters", "续做MLF", "ＭＬＦ", "续做[M][L][F]"],
  ])("%s", (_what, text, query, expected) => {
    expect(find(text, query)).toBe(expected);
  });

  test.each([
    ["letters that skip a character", "贵州茅台", "gmt"],
    ["one word of two that is not there", "贵州茅台", "mt 五粮液"],
    ["a sign that is no letter", "贵州茅台", "m%"],
  ])("not: %s", (_what, text, query) => {
    expect(find(text, query)).toBeNull();
  });
});

test.each([
  ["华夏时报", "huaxiashibao", "hxsb"],
  ["重庆商报", "chongqingshangbao", "cqsb"],
  ["银行家", "yinhangjia", "yhj"],
  ["IPO日报", "iporibao", "iporb"],
  ["第1财经·周刊", "di1caijingzhoukan", "d1cjzk"],
  ["重庆商报", "written otherwise", "zqsb"],
])("initials of %s as %s: %s", (name, pinyin, initials) => {
  expect(initialsOf(name, pinyin)).toBe(initials);
});
