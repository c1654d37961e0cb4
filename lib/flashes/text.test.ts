import { describe, expect, test } from "vitest";
import { flashHtml, isPlainBody, joinFlash, readLevel, splitFlash } from "./text";

describe("splitFlash", () => {
  test.each([
    ["one sentence", "央行续做中期借贷便利。", "央行续做中期借贷便利", ""],
    ["no full stop", "央行续做中期借贷便利", "央行续做中期借贷便利", ""],
    ["two sentences", "央行续做8000亿元。利率不变。", "央行续做8000亿元", "利率不变。"],
    ["a heading in brackets", "【央行续做。】 利率不变。", "央行续做", "利率不变。"],
    ["a line", "央行续做\r\n\r\n利率不变。", "央行续做", "利率不变。"],
    ["a question stays one", "降准来了？市场在等。", "降准来了？", "市场在等。"],
    ["a sentence inside a quotation", "部长：“还早。再等等。”市场平静。", "部长：“还早。再等等。”市场平静", ""],
    ["a figure's point", "收报3.25%，涨0.5个基点。成交清淡。", "收报3.25%，涨0.5个基点", "成交清淡。"],
    ["several paragraphs", "标题。第一段。\n第二段。", "标题", "第一段。\n第二段。"],
    ["nothing", "  \n", "", ""],
  ])("%s", (_what, raw, title, text) => {
    expect(splitFlash(raw)).toEqual({ title, text });
  });
});

test.each([
  { title: "央行续做", text: "利率不变。" },
  { title: "央行续做", text: "" },
  { title: "降准来了？", text: "市场在等。" },
  { title: "涨停！某某公布业绩", text: "净利润翻番。" },
  { title: "涨停！某某公布业绩", text: "" },
  { title: "部长：“还早。再等等。”", text: "第一段。\n第二段。" },
])("what is joined is split into the same again: $title", (flash) => {
  expect(splitFlash(joinFlash(flash)!)).toEqual(flash);
});

test("a title that no field can hold is said to be one", () => {
  expect(joinFlash({ title: "甲。】乙", text: "丙。" })).toBeNull();
});

test("a body's lines are paragraphs, its signs are no markup", () => {
  expect(flashHtml("A&B <b>\n\n第二段")).toBe("<p>A&amp;B &lt;b&gt;</p><p>第二段</p>");
  expect(flashHtml("")).toBe("");
});

test.each([
  ["", true],
  ["<p>甲。</p><p>乙 &amp; 丙。</p>", true],
  ["<p><strong>甲</strong></p>", false],
  ["<ul><li>甲</li></ul>", false],
])("plain: %s", (html, plain) => {
  expect(isPlainBody(html)).toBe(plain);
});

test.each([
  ["2 ", 2],
  ["３　", 3],
  ["4 ", null],
  ["2", null],
  ["3 月", null],
])("level: %j", (text, level) => {
  expect(readLevel(text)).toBe(level);
});
