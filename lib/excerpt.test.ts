import { expect, test } from "vitest";
import { excerpt, plainText } from "@/lib/excerpt";

test.each([
  ["短文。", "短文。"],
  [`${"甲".repeat(80)}。${"乙".repeat(80)}`, `${"甲".repeat(80)}。`],
  ["丙".repeat(200), `${"丙".repeat(119)}…`],
])("cuts %s", (text, expected) => {
  expect(excerpt(text)).toBe(expected);
});

test("never exceeds the limit, in characters beyond the basic plane too", () => {
  expect([...excerpt("𠮷".repeat(300))].length).toBe(120);
});

test("reads the text of sanitised HTML", () => {
  expect(plainText("<p>甲&amp;乙</p><p>&lt;丙&gt;</p>").trim()).toBe("甲&乙 <丙>");
});
