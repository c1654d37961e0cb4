import { expect, test } from "vitest";
import { ACTION_CHOICES, phraseOf, sayValue } from "@/lib/audit/words";

test.each([
  ["article.published", "article", "发布了"],
  ["redirect.created", "redirect", "加了重定向"],
  ["correction.approved", "correction", "通过了更正"],
  ["tag.merged", "tag", "合并了标签"],
  ["thing.frobbed", "thing", "做了 thing.frobbed：thing"],
])("%s reads %s", (action, type, phrase) => {
  expect(phraseOf(action, type)).toBe(phrase);
});

test.each([
  [{ from: "draft", to: "published" }, "草稿 → 已发布"],
  [["title", "bodyHtml"], "标题、正文"],
  [[], "（空）"],
  [{ from: [], to: [{ label: "快讯", href: "/live" }] }, "（空） → 快讯（/live）"],
  ["2026-11-25T08:00:00.000Z", "2026年11月25日 16:00"],
  [
    [
      { position: 0, articleId: "a", title: "降准", endsAt: null },
      { position: 2, articleId: "b", title: "降息", endsAt: "2026-11-25T08:00:00.000Z" },
    ],
    "头条《降准》、置顶 2《降息》（至 2026年11月25日 16:00）",
  ],
  [null, "（空）"],
  [{ a: 1 }, '{"a":1}'],
  [0, "0"],
  [{ from: true, to: false }, "是 → 否"],
  [{ from: "index", to: "noindex" }, "收录 → 不收录"],
])("%j is said %s", (value, text) => {
  expect(sayValue(value)).toBe(text);
});

test("the choices of actions are words without gaps, each once", () => {
  const names = ACTION_CHOICES.map(([, name]) => name);
  expect(names).toContain("发布文章");
  expect(names.filter((name) => /了|：/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
