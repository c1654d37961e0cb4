import { expect, test } from "vitest";
import { sessionBreaks } from "./sessions";

test("a trading day is divided by its opening, its noon and its close, the latest first", () => {
  expect(sessionBreaks("2026-11-23")).toEqual([
    { publishAt: "2026-11-23T07:00:00.000Z", words: "收盘　15:00" },
    { publishAt: "2026-11-23T03:30:00.000Z", words: "午间休市　11:30 至 13:00" },
    { publishAt: "2026-11-23T01:30:00.000Z", words: "开盘　09:30" },
  ]);
});

test.each([
  ["a Saturday", "2026-11-21"],
  ["National Day", "2026-10-01"],
  ["a day that nobody has announced yet", "2031-03-12"],
])("%s is not divided", (_what, day) => {
  expect(sessionBreaks(day)).toEqual([]);
});
