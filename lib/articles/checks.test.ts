import { describe, expect, test } from "vitest";
import { CHECK_RULES, type Checked, checkArticle } from "./checks";

const good: Checked = {
  title: "净利润增长12%",
  summary: "一句话。",
  bodyHtml: '<p>同比增长11.96%。</p><figure><img src="/a.png" alt="走势"></figure>',
  kind: "story",
  categoryId: "x",
  sourceName: "东岸财经",
};
const mismatch = { name: "贵州茅台", written: "600518", right: "600519", owner: "康美药业" };

describe("checkArticle", () => {
  test("says nothing about a story that has all it needs", () => {
    expect(checkArticle(good)).toEqual([]);
  });

  test.each([
    ["no title", { title: "　" }, [], ["titleMissing"]],
    ["no text", { title: "标题", bodyHtml: "<p></p>" }, [], ["bodyMissing"]],
    [
      "a picture is no text",
      { title: "标题", bodyHtml: '<figure><img src="/a" alt="x"></figure>' },
      [],
      ["bodyMissing"],
    ],
    ["a flash without text is whole", { kind: "flash" as const, title: "快讯", bodyHtml: "" }, [], []],
    ["no outlet", { categoryId: "" }, [], ["outletMissing"]],
    ["another's code", {}, [mismatch], ["codeAndName"]],
    [
      "no alt",
      { bodyHtml: '<p>11.96%</p><figure><img src="/a"></figure><img src="/b" alt="b"><img src="/c" alt=" ">' },
      [],
      ["altMissing", "altMissing"],
    ],
    ["no source", { sourceName: " " }, [], ["sourceMissing"]],
    ["a flash needs no source", { kind: "flash" as const, sourceName: "", summary: "" }, [], []],
    ["a figure of the headline is not in the text", { title: "净利润增长13%" }, [], ["figureNotInText"]],
    ["it is in the summary", { title: "净利润增长13%", summary: "增长13%。" }, [], []],
    ["a long title", { title: "长".repeat(41) }, [], ["titleLong"]],
    ["no summary", { summary: "" }, [], ["summaryMissing"]],
    ["a long summary", { summary: "长".repeat(121) }, [], ["summaryLong"]],
  ])("%s", (_what, set, mismatches, names) => {
    expect(checkArticle({ ...good, ...set }, mismatches).map(({ name }) => name)).toEqual(names);
  });

  test("the level of each finding is the rule's; what blocks comes first", () => {
    const found = checkArticle({ ...good, title: "", bodyHtml: "", categoryId: "", sourceName: "", summary: "" }, [
      mismatch,
    ]);
    expect(found.every(({ name, level }) => CHECK_RULES[name] === level)).toBe(true);
    expect(found.map(({ level }) => level).join()).toMatch(/^(block,)+warn(,warn)*$/);
    expect(found.find(({ name }) => name === "codeAndName")?.message).toBe(
      "贵州茅台（600518）：600518 是康美药业的代码，贵州茅台是 600519",
    );
  });

  test("a picture without alt blocks; which one it is and where it is mended is said", () => {
    const pictures =
      '<figure><img alt="x"></figure><figure><a href="/b"><img alt=""></a><img alt=" "></figure><p>甲<img></p>';
    expect(checkArticle({ ...good, bodyHtml: `<p>11.96%</p>${pictures}` })).toEqual(
      [
        "第 2 张图没有替代文字，选中它，在“图片”里补上",
        "第 3 张图没有替代文字，在“源码”里给它补上 alt",
        "第 4 张图没有替代文字，在“源码”里给它补上 alt",
      ].map((message, n) => ({ name: "altMissing", level: "block", place: "image", picture: n + 2, message })),
    );
  });
});
