import { describe, expect, test } from "vitest";
import {
  beijingIso,
  longTime,
  nearDay,
  parseBeijing,
  startOfBeijingDay,
  startOfBeijingWeek,
  timeSpan,
  weekday,
} from "./dates";

describe("parseBeijing", () => {
  test.each([
    ["2021-12-08 10:46:18", "2021-12-08T02:46:18.000Z"],
    ["2021-12-08 10:46:18 +0800", "2021-12-08T02:46:18.000Z"],
    ["2021-12-08 10:46:18 +08:00", "2021-12-08T02:46:18.000Z"],
    ["2021-12-08T10:46:18Z", "2021-12-08T10:46:18.000Z"],
    ["2021-12-08 10:46 -0530", "2021-12-08T16:16:00.000Z"],
  ])("reads %s", (text, iso) => expect(parseBeijing(text)?.toISOString()).toBe(iso));

  test.each([
    "",
    "+0800",
    "2021-13-01 00:00:00",
    "2021-02-30 10:00:00",
    "2021-12-08",
    "2021-12-08 25:00:00",
    "gestern",
  ])("refuses %j", (text) => expect(parseBeijing(text)).toBeNull());
});

test("prints Beijing time whatever the machine's zone", () => {
  const at = new Date("2026-11-22T16:05:09Z");
  expect(beijingIso(at)).toBe("2026-11-23T00:05:09+08:00");
  expect(longTime(at)).toBe("2026年11月23日 00:05");
  expect(weekday(at)).toBe("星期一");
  expect(startOfBeijingDay(at).toISOString()).toBe("2026-11-22T16:00:00.000Z");
});

test.each([
  ["2025-12-31T15:59:00Z", "2025-12-31T16:01:00Z", "2025年12月31日 23:59 至 2026年1月1日 00:01"],
  ["2026-11-19T00:44:00Z", "2026-11-25T12:41:00Z", "2026年11月19日 08:44 至 11月25日 20:41"],
  ["2026-11-19T00:44:00Z", "2026-11-19T12:41:00Z", "2026年11月19日 08:44 至 20:41"],
  ["2026-11-19T00:44:00Z", "2026-11-19T00:44:30Z", "2026年11月19日 08:44"],
])("a span of time from %s", (from, to, text) => expect(timeSpan(from, to)).toBe(text));

test.each([
  ["a Monday's first moment", "2026-11-22T16:00:00Z"],
  ["a Wednesday", "2026-11-25T04:00:00Z"],
  ["a Sunday's last moment", "2026-11-29T15:59:59Z"],
])("a week begins on Monday in Beijing: %s", (_name, at) =>
  expect(startOfBeijingWeek(new Date(at)).toISOString()).toBe("2026-11-22T16:00:00.000Z"),
);

describe("nearDay", () => {
  test.each([
    ["2026-11-26T00:00:00+08:00", "今天"],
    ["2026-11-25T23:59:59+08:00", "昨天"],
    ["2026-11-25", "昨天"],
    ["2026-11-24T23:59:59+08:00", null],
    ["2026-11-27T00:00:00+08:00", null],
  ])("%s, read a minute after midnight in Beijing, is %s", (at, word) => {
    expect(nearDay(at, "2026-11-25T16:01:00Z")).toBe(word);
  });
});
