import { expect, test } from "vitest";
import { suggestSlug } from "@/lib/articles/slug";

const now = new Date("2026-11-23T20:00:00Z");

test.each([
  ["续做 MLF", "xu-zuo-mlf-20261124"],
  ["绿电 2026：涨 3.5%", "lv-dian-2026-zhang-3-5-20261124"],
  ["——", "20261124"],
  ["央行、招行与分行重组", "yang-hang-zhao-hang-yu-fen-hang-chong-zu-20261124"],
])("%s → %s", (title, slug) => {
  expect(suggestSlug(title, now)).toBe(slug);
});

test("a long title is cut between syllables", () => {
  const slug = suggestSlug("明年的锂价先谈妥了三家电池厂与上游改签季度浮动长协并约定复盘机制", now);
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(slug).toMatch(/^ming-nian-de-li-jia-[a-z-]+-20261124$/);
});
