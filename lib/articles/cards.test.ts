import { expect, test } from "vitest";
import { flashBrief, flashText } from "@/lib/articles/cards";

test.each([
  ["央行续做", "【央行续做】期限一年。", "期限一年。"],
  ["央行续做", "央行续做，期限一年。", "期限一年。"],
  ["央行续做", "期限一年。", "期限一年。"],
  ["央行续做", "央行续做。", ""],
])("%s: %s", (title, text, shown) => {
  expect(flashText(title, text)).toBe(shown);
});

test.each([
  ["no sentence that is too long", `${"期限一年，".repeat(12)}完。`, ""],
  ["nothing that only says the title again", "央行今日续做中期借贷便利。", ""],
  ["the second sentence where the first says the title again", "央行续做中期借贷便利。期限一年。", "期限一年。"],
  ["no sentence from further down", "央行续做中期借贷便利。央行今日续做中期借贷便利。期限一年。", ""],
  ["nothing unfinished", "期限一年", ""],
])("a flash on the front page shows %s", (_what, summary, shown) => {
  expect(flashBrief({ title: "央行续做中期借贷便利", summary })).toBe(shown);
});
