import { expect, test } from "vitest";
import { flashText } from "@/lib/articles/cards";

test.each([
  ["央行续做", "【央行续做】期限一年。", "期限一年。"],
  ["央行续做", "央行续做，期限一年。", "期限一年。"],
  ["央行续做", "期限一年。", "期限一年。"],
  ["央行续做", "央行续做。", ""],
])("%s: %s", (title, text, shown) => {
  expect(flashText(title, text)).toBe(shown);
});
