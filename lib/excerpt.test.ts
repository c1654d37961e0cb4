import { describe, expect, test } from "vitest";
import {
  descriptionOf,
  excerpt,
  opening,
  plainText,
  restates,
  sentences,
  wholeSentences,
  withoutAttribution,
} from "@/lib/excerpt";

test.each([
  ["短文。", "短文。"],
  [`${"甲".repeat(80)}。${"乙".repeat(80)}`, `${"甲".repeat(80)}。`],
  ["丙".repeat(200), `${"丙".repeat(119)}…`],
])("cuts %s", (text, expected) => {
  expect(excerpt(text)).toBe(expected);
});

test("never exceeds the limit, in characters beyond the basic plane too", () => {
  expect([...excerpt("𠮷".repeat(300))].length).toBe(120);
});

test("reads the text of sanitised HTML", () => {
  expect(plainText("<p>甲&amp;乙</p><p>&lt;丙&gt;</p>").trim()).toBe("甲&乙 <丙>");
});

describe("sentences", () => {
  test.each([
    ["甲。乙！丙？", ["甲。", "乙！", "丙？"]],
    ["他说：“甲。乙。”丙。", ["他说：“甲。乙。”", "丙。"]],
    ["甲（乙。）。丙。", ["甲（乙。）。", "丙。"]],
    ["涨1.3%。没有说完", ["涨1.3%。"]],
    ["没有句号", []],
  ])("of %s", (text, expected) => expect(sentences(text)).toEqual(expected));
});

test("whole sentences are never cut", () => {
  expect(wholeSentences("一二三。四五六。七八九。", 9)).toBe("一二三。四五六。");
  expect(wholeSentences("一二三四五六七八九。", 9)).toBe("");
});

test.each([
  ["<p>甲乙。丙丁。</p><p>戊。</p>", "甲乙。丙丁。"],
  ["<p><strong>小标题</strong></p><p>甲&amp;乙。</p>", "甲&乙。"],
  ["<figure><img><figcaption>图。</figcaption></figure><p>甲。</p>", "甲。"],
  ["<p>甲。半句在<stro", "甲。"],
  [`<p>${"长".repeat(40)}。</p><p>短。</p>`, ""],
  ["", ""],
])("a story opens with its first whole sentences: %s", (html, expected) => expect(opening(html, 20)).toBe(expected));

test.each([
  ["空间正在收窄。（潮汐期货日报）", "空间正在收窄。"],
  ["空间正在收窄。(文章来源：潮汐期货日报) ", "空间正在收窄。"],
  ["空间正在收窄（上证报）", "空间正在收窄（上证报）"],
  ["（潮汐期货日报）空间正在收窄。", "（潮汐期货日报）空间正在收窄。"],
])("an attribution goes where it repeats the outlet: %s", (text, shown) => {
  expect(withoutAttribution(text, ["潮汐期货日报", ""])).toBe(shown);
});

test.each([
  ["九省农信机构签署互助协议 总额度420亿元", "九省农信机构今日签署互助协议，总额度420亿元，期限最长14天。", true],
  ["九省农信机构签署互助协议 总额度420亿元", "协议设统一清算窗口，下月起运行。", false],
  ["欧洲天然气期货跌逾2%", "三艘液化天然气船已重新排入北口放行序列。", false],
])("%s / %s", (title, sentence, expected) => expect(restates(title, sentence)).toBe(expected));

test.each([
  [["一家报纸", "甲报的最新报道，按时间排列，永久存档。"], "一家报纸。甲报的最新报道，按时间排列，永久存档。"],
  [["", "甲报的最新报道，按时间排列，永久存档。"], "甲报的最新报道，按时间排列，永久存档。"],
  [["这一句已经说得足够清楚，不用再添什么了。", "多余。"], "这一句已经说得足够清楚，不用再添什么了。"],
])("a description takes of %j as much as says enough", (texts, description) => {
  expect(descriptionOf(...texts)).toBe(description);
});
