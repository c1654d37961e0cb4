import { describe, expect, test } from "vitest";
import { agree, contradiction, placedFigures, shareOfFigures } from "./figures";
import { levelled } from "./text";

const read = (text: string) => placedFigures(levelled(text));
const first = (text: string) => read(text)[0]!;

test.each([
  ["净利润28.6亿元", 28.6e8, "元"],
  ["同比增长1117%", 1117, "%"],
  ["投资62,830亿元", 6.283e12, "元"],
  ["下降0.4个百分点", 0.4, "百分点"],
  ["自11月24日起停牌", 1124, "日"],
  ["连续十二个交易日", 12, "个"],
  ["连续两个交易日", 2, "个"],
])("%s", (text, value, unit) => {
  const figure = first(text);
  expect(figure.value).toBeCloseTo(value, 0);
  expect(figure.unit).toBe(unit);
});

test.each([
  ["涨0.31%", "涨0.3%", true],
  ["利润28.58亿元", "利润28.6亿元", true],
  ["增长1117%", "增长1217%", false],
  ["突破1万亿元", "突破1.2万亿元", false],
  ["增长8.9%", "增长9.8%", false],
  ["派0.42元", "派0.42%", false],
])("%s and %s: %s", (a, b, same) => expect(agree(first(a), first(b))).toBe(same));

describe("two texts contradict each other", () => {
  test.each([
    ["at the same place", "预计净利润同比增长1117%。", "公司预计净利润同比增长1217%。", true],
    ["not where one only says less", "收入同比增长9%，利润同比增长12%。", "收入同比增长9%。", false],
    [
      "where a place comes twice and one of them differs",
      "业务量同比增长9.8%；业务量同比增长15.2%。",
      "业务量同比增长8.9%；业务量同比增长15.2%。",
      true,
    ],
    ["not at different places", "收入增长百分之九，利润同比增长12%。", "营业成本上升12.5%。", false],
    ["in the day", "公司公告，股票自11月24日起停牌。", "公司公告，股票自11月25日起停牌。", true],
    ["in a number in words", "公司股票连续三个交易日涨停。", "公司股票连续两个交易日涨停。", true],
  ])("%s", (_how, a, b, expected) => expect(contradiction(read(a), read(b)) !== null).toBe(expected));
});

test("a reprint may have a figure more; days and numbers in words do not count", () => {
  const text = read("净利润28.6亿元，同比增长1117%，产量1.2万吨，占比31%。");
  expect(shareOfFigures(text, read("11月23日，净利润28.6亿元，同比增长1117%。"))).toBe(1);
  expect(shareOfFigures(text, read("净利润9.2亿元，同比增长317%。"))).toBe(0);
  expect(shareOfFigures(text, [])).toBe(1);
});
