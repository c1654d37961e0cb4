import { expect, test } from "vitest";
import { articlesIn, nameArticles } from "@/lib/audit/named-articles";

const change = { version: 2, from: [], to: [{ position: 0, articleId: "a", endsAt: null }, { articleId: "b" }] };

test("a change names its articles, however deep", () => {
  expect(articlesIn(change)).toEqual(["a", "b"]);
  expect(articlesIn({ articleId: "a", pages: ["x"], count: 1, nothing: null })).toEqual(["a"]);
});

test("titles stand in the place of ids; of what is gone it says so", () => {
  const titles: Record<string, string> = { a: "降准" };
  expect(nameArticles(change, (id) => titles[id])).toEqual({
    version: 2,
    from: [],
    to: [{ position: 0, title: "降准", endsAt: null }, { title: "（已删除的文章）" }],
  });
});
