import { expect, test } from "vitest";
import { beijing, beijingDay } from "@/lib/dates";
import { CLOSED_EVERY_YEAR, CLOSED_WEEKDAYS } from "./closed-weekdays";
import { closedAhead, nextTradingDay } from "./trading-days";

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const years = Object.keys(CLOSED_WEEKDAYS).map(Number);
const last = Math.max(...years);

test.each([
  ["an ordinary Wednesday", "2026-11-25", "2026-11-26"],
  ["a Friday", "2026-11-27", "2026-11-30"],
  ["lunar new year 2024, with its eve", "2024-02-08", "2024-02-19"],
  ["lunar new year 2025", "2025-01-27", "2025-02-05"],
  ["lunar new year 2026, the Saturday worked for it is closed too", "2026-02-13", "2026-02-24"],
  ["the day before the last of them", "2026-02-22", "2026-02-24"],
  ["National Day 2024", "2024-09-30", "2024-10-08"],
  ["National Day 2025, with Mid-Autumn behind it", "2025-09-30", "2025-10-09"],
  ["National Day 2026", "2026-09-30", "2026-10-08"],
  ["Dragon Boat on a Friday", "2026-06-18", "2026-06-22"],
])("after %s: %s → %s", (_what, day, expected) => {
  const next = nextTradingDay(noon(day));
  expect([beijingDay(next.day), next.unknownYear]).toEqual([expected, null]);
});

test("a day begins in Beijing, wherever the clock stands", () => {
  expect(beijingDay(nextTradingDay(new Date("2026-11-26T15:59:00Z")).day)).toBe("2026-11-27");
  expect(beijingDay(nextTradingDay(new Date("2026-11-26T16:01:00Z")).day)).toBe("2026-11-30");
});

test("to the end of the last year that is known it is certain, after that a guess that says so", () => {
  expect(nextTradingDay(noon(`${last}-12-30`)).unknownYear).toBeNull();
  const after = nextTradingDay(noon(`${last}-12-31`));
  expect(after.unknownYear).toBe(last + 1);
  expect(beijingDay(after.day) > `${last + 1}-01-01`).toBe(true);
  expect(beijingDay(nextTradingDay(noon(`${last + 1}-09-30`)).day) > `${last + 1}-10-07`).toBe(true);
});

test("the list holds real weekdays of its year, in order, and no year without the fixed days", () => {
  for (const year of years) {
    const days = CLOSED_WEEKDAYS[year]!.split(" ");
    expect([...new Set(days)].sort()).toEqual(days);
    for (const day of days) {
      expect(beijingDay(noon(`${year}-${day}`))).toBe(`${year}-${day}`);
      expect([0, 6]).not.toContain(beijing(noon(`${year}-${day}`)).weekday);
    }
    const fixed = CLOSED_EVERY_YEAR.split(" ").filter(
      (day) => ![0, 6].includes(beijing(noon(`${year}-${day}`)).weekday),
    );
    expect(days).toEqual(expect.arrayContaining(fixed));
  }
});

test("what a page is told reaches to the end of the last year that is known, and begins today", () => {
  const ahead = closedAhead(noon("2026-09-30"))!;
  expect(ahead.closed).toEqual(["26-10-01", "26-10-02", "26-10-05", "26-10-06", "26-10-07"]);
  expect(ahead.until).toBe(`${String(last).slice(2)}-12-31`);
  expect(closedAhead(noon("2026-10-07"))!.closed).toEqual(["26-10-07"]);
  expect(closedAhead(noon("2025-12-31"))!.closed.slice(0, 2)).toEqual(["26-01-01", "26-01-02"]);
  expect(closedAhead(noon(`${last + 1}-01-01`))).toBeNull();
});
