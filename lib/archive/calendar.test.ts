import { describe, expect, test } from "vitest";
import { readPlace, shadesOf, weeksOf } from "./calendar";

describe("readPlace", () => {
  test.each([
    [[], { kind: "newest" }],
    [["2026"], { kind: "year", year: 2026 }],
    [["2026", "02"], { kind: "month", year: 2026, month: 2 }],
    [["2024", "02", "29"], { kind: "day", day: "2024-02-29", rest: [] }],
    [["2026", "11", "24", "before", "x"], { kind: "day", day: "2026-11-24", rest: ["before", "x"] }],
  ])("%j", (parts, place) => {
    expect(readPlace(parts)).toEqual(place);
  });
  test.each([
    [["26"]],
    [["2026", "1"]],
    [["2026", "13"]],
    [["2026", "02", "30"]],
    [["2025", "02", "29"]],
    [["2026", "11", "4"]],
    [["2026", "11", "00"]],
    [["2026", "11", "x1"]],
    [["latest"]],
  ])("%j is no date", (parts) => {
    expect(readPlace(parts)).toBeNull();
  });
});

describe("weeksOf", () => {
  test("a month that begins on a Sunday and needs six weeks", () => {
    const weeks = weeksOf(2026, 11);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
  });
  test("a February of exactly four weeks", () => {
    const weeks = weeksOf(2027, 2);
    expect(weeks).toHaveLength(4);
    expect(weeks.flat()).toHaveLength(28);
    expect(weeks.flat()).not.toContain(null);
  });
  test("a leap day", () => expect(weeksOf(2024, 2).flat()).toContain("2024-02-29"));
});

describe("shadesOf", () => {
  const counts = (...of: number[]) => new Map(of.map((count, at) => [`d${at}`, count]));
  test("quarters of the days", () => {
    const shade = shadesOf(counts(1, 2, 3, 4, 5, 6, 7, 8));
    expect([..."01234567"].map((at) => shade(`d${at}`))).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });
  test("a day without news is empty, whatever the others hold", () => {
    const shade = shadesOf(counts(0, 5));
    expect([shade("d0"), shade("d1"), shade("unknown")]).toEqual([0, 1, 0]);
  });
  test("equal days are shaded alike", () => {
    const shade = shadesOf(counts(3, 3, 3, 9));
    expect([shade("d0"), shade("d1"), shade("d2")]).toEqual([1, 1, 1]);
    expect(shade("d3")).toBe(4);
  });
});
