import { describe, expect, test } from "vitest";
import { cutWords } from "@/lib/words";
import { readBody } from "./body-text";
import { linkMentions } from "./linked-body";
import { buildNameIndex } from "./name-index";

const index = buildNameIndex([
  { symbol: "SH600519", name: "贵州茅台", fullName: "" },
  { symbol: "SH601988", name: "中国银行", fullName: "" },
  { symbol: "SZ300024", name: "机器人", fullName: "", isAmbiguous: true },
  { symbol: "BK0475", name: "银行", fullName: "", kind: "sector" },
]);
const direct = (...symbols: string[]) => symbols.map((symbol) => ({ symbol, relation: "direct" as const }));
const link = (html: string, mentions = direct("SH600519")) => linkMentions(html, mentions, index, cutWords);
const A = '<a class="sec" href="/stock/SH600519">贵州茅台<span>\u2060<b>SH600519</b></span></a>';

test.each([
  ["the first mention alone", "<p>贵州茅台涨，贵州茅台又涨。</p>", `<p>${A}涨，贵州茅台又涨。</p>`],
  ["not in a heading", "<h2>贵州茅台</h2><p>贵州茅台涨。</p>", `<h2>贵州茅台</h2><p>${A}涨。</p>`],
  [
    "not in what serves as one",
    '<p class="sub"><strong>贵州茅台</strong></p>',
    '<p class="sub"><strong>贵州茅台</strong></p>',
  ],
  ["not in a link", '<p><a href="/x">贵州茅台</a>，贵州茅台</p>', `<p><a href="/x">贵州茅台</a>，${A}</p>`],
  ["not in code", "<p><code>贵州茅台</code></p>", "<p><code>贵州茅台</code></p>"],
  ["in a mark", "<p><strong>贵州茅台</strong>涨</p>", `<p><strong>${A}</strong>涨</p>`],
  ["not where a mark cuts it", "<p>贵州<em>茅台</em>，贵州茅台</p>", `<p>贵州<em>茅台</em>，${A}</p>`],
  ["behind signs that are written otherwise", "<p>A&amp;B 与贵州茅台</p>", `<p>A&amp;B 与${A}</p>`],
  [
    "not in an attribute",
    '<p><img src="/m/a.png" alt="贵州茅台">贵州茅台</p>',
    `<p><img src="/m/a.png" alt="贵州茅台">${A}</p>`,
  ],
  [
    "in a caption",
    "<figure><figcaption>贵州茅台</figcaption></figure>",
    `<figure><figcaption>${A}</figcaption></figure>`,
  ],
  [
    "without the code that the text says itself",
    "<p>贵州茅台（600519）涨</p>",
    '<p><a class="sec" href="/stock/SH600519">贵州茅台</a>（600519）涨</p>',
  ],
  ["a code by itself", "<p>关注600519。</p>", '<p>关注<a class="sec" href="/stock/SH600519">600519</a>。</p>'],
])("%s", (_what, html, expected) => expect(link(html)).toBe(expected));

describe("linkMentions", () => {
  test("nothing that the article is not said to mention", () => {
    expect(link("<p>贵州茅台与中国银行</p>", direct("SH601988"))).toBe(
      '<p>贵州茅台与<a class="sec" href="/stock/SH601988">中国银行<span>\u2060<b>SH601988</b></span></a></p>',
    );
    expect(link("<p>贵州茅台</p>", [])).toBe("<p>贵州茅台</p>");
  });
  test("not inside a longer name", () =>
    expect(link("<p>中国银行业协会说，中国银行涨。</p>", direct("SH601988"))).toBe(
      '<p>中国银行业协会说，<a class="sec" href="/stock/SH601988">中国银行<span>\u2060<b>SH601988</b></span></a>涨。</p>',
    ));
  test("a name in doubt where an editor says so, and the certain place before it", () => {
    const robot = direct("SZ300024");
    expect(link("<p>机器人跳舞。</p>", robot)).toContain('href="/stock/SZ300024"');
    expect(link("<p>机器人跳舞，机器人（300024）涨。</p>", robot)).toMatch(/^<p>机器人跳舞，<a/);
  });
  test("a sector without a code", () =>
    expect(link("<p>银行板块涨。</p>", [{ symbol: "BK0475", relation: "sector" } as never])).toBe(
      '<p><a class="sec" href="/stock/BK0475">银行</a>板块涨。</p>',
    ));
});

test("the text of a body, a line for each block, signs as they read", () => {
  expect(readBody("<h2>甲</h2><p>乙&lt;1<br>丙</p><ul><li>丁</li></ul>").text).toBe("甲\n乙<1\n丙\n丁\n");
});
