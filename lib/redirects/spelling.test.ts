import { expect, test } from "vitest";
import { spellingsOf } from "@/lib/redirects/spelling";

test.each([
  ["/articles/a/", "/articles/a"],
  ["//articles//a", "/articles/a"],
  ["/articles/a.html", "/articles/a"],
  ["/articles/a.HTM", "/articles/a"],
  ["/articles/a.html.html", "/articles/a"],
  ["/articles/a/amp", "/articles/a"],
  ["/amp/articles/a", "/articles/a"],
  ["/articles/a.amp.html", "/articles/a"],
  ["/articles/a/index.html", "/articles/a"],
  ["/index.html", "/"],
  ["/articles/a。", "/articles/a"],
  ["/articles/a）。", "/articles/a"],
  ["/articles/a.html）", "/articles/a"],
  ["/articles/a）.html", "/articles/a"],
  ["/articles/a，原文在此", "/articles/a"],
  ["/articles/a&utm_source=x", "/articles/a"],
  ["/articles/a.html&from=timeline", "/articles/a"],
  ["/articles/ａ１２", "/articles/a12"],
  ["／articles／a", "/articles/a"],
  ["/articles/%E6%96%B0", "/articles/新"],
  ["/articles/a\u200b", "/articles/a"],
  ["/articles/ a ", "/articles/a"],
  ["/category/21shiji+APP.html", "/category/21shiji APP"],
  ["/category/CaiJing（xianggang）", "/category/CaiJing(xianggang)"],
  ["/articles/cafe\u0301", "/articles/caf\u00e9"],
  ["/articles\\a", "/articles/a"],
])("%s may be %s", (path, spelling) => expect(spellingsOf(path)).toContain(spelling));

test("the nearest comes first: an old address that ends in .html is looked for as it is", () => {
  expect(spellingsOf("/a/2022/01/27/x.html").slice(0, 2)).toEqual(["/a/2022/01/27/x.html", "/a/2022/01/27/x"]);
});

test("an ordinary address has no other spelling, and a very long one is not taken apart", () => {
  expect(spellingsOf("/articles/xin-gao-20261124")).toEqual(["/articles/xin-gao-20261124"]);
  const long = `/${"a.html/".repeat(500)}`;
  expect(spellingsOf(long)).toEqual([long]);
});
