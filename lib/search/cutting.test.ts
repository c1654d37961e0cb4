import { describe, expect, test } from "vitest";
import { Dictionary } from "./dictionary";
import { searchDocument } from "./document";
import { markAll, markExcerpt } from "./marks";
import { normalise } from "./normalise";
import { segment } from "./segment";

const dictionary = new Dictionary("test", ["京东方A", "京东方", "潍柴动力", "农业银行", "三花智控"]);
const parts = (word: string) => dictionary.partsOf(word).map(({ text }) => text);

describe("normalise", () => {
  test.each([
    ["貴州茅臺", "贵州茅台"],
    ["ＡＢＣ１２３％", "abc123%"],
    ["ＴＣＬ科技", "tcl科技"],
    ["㈱½ﬁ", "㈱½ﬁ"],
    ["𠮷野家", "𠮷野家"],
  ])("%s is %s, as long as it was", (text, plain) => {
    expect(normalise(text)).toBe(plain);
    expect(normalise(text)).toHaveLength(text.length);
  });
  test("a long text too", () => expect(normalise("臺".repeat(20_000))).toBe("台".repeat(20_000)));
});

describe("the parts of a word", () => {
  test.each([
    ["中国农业发展银行", undefined],
    ["南京东路", ["南京", "东路"]],
    ["京东方", ["京东方"]],
    ["潍柴动力", ["潍柴", "动力"]],
    ["农业银行", ["农业", "银行"]],
    ["三花智控", ["三花", "智控"]],
    ["银行", ["银行"]],
  ])("%s", (word, expected) => {
    if (expected) expect(parts(word)).toEqual(expected);
    else expect([...segment(word, dictionary)].flatMap((one) => one.parts.map(({ text }) => text))).toContain("农业");
  });
});

test("figures and letters before Chinese are words of their own", () => {
  expect([...segment(normalise("45港2,650亿元7天期S基金1.31%"), dictionary)].map(({ text }) => text)).toEqual(
    expect.arrayContaining(["45", "2650", "7", "s", "1.31"]),
  );
});

test("a text of any length is a document that Postgres takes", () => {
  const made = searchDocument(
    {
      ...{ title: "题", summary: "'\\", bodyHtml: `<p>${"据了解市场人士认为".repeat(40_000)}</p>`, kind: "story" },
      ...{ level: 1, categoryId: "0", publishedAt: new Date(0), tags: [], symbols: ["SH600519"] },
    },
    dictionary,
  );
  expect(Buffer.byteLength(made)).toBeLessThan(1_000_000);
  expect(made).toContain("'=ssh600519'");
  for (const [, place] of made.matchAll(/[:,](\d+)/g)) expect(Number(place)).toBeLessThanOrEqual(16_383);
});

describe("marks", () => {
  const text = (pieces: { text: string; isHit: boolean }[] | null) =>
    pieces?.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join("") ?? null;
  test("stand in the text as it was written", () => {
    expect(text(markAll("貴州茅臺與茅台", ["茅台"]))).toBe("貴州[茅臺]與[茅台]");
    expect(text(markAll("GDP与gdp增长", ["gdp"]))).toBe("[GDP]与[gdp]增长");
    expect(text(markAll("AGDP", ["gdp"]))).toBe("AGDP");
  });
  test("an excerpt begins with the sentence, and is null without a hit", () => {
    expect(text(markExcerpt("前一句。这句说到长协。", ["长协"]))).toBe("这句说到[长协]。");
    expect(markExcerpt("别的。", ["长协"])).toBeNull();
  });
});
