import { expect, test } from "vitest";
import { readRange } from "@/lib/stats/params";
import { bars, byKey, compareToday } from "@/lib/stats/series";

const at = (text: string) => new Date(`${text}+08:00`);
const now = at("2026-11-24T10:30:00");

test("a span has a bar for each day or hour, also where nothing was counted", () => {
  const rows = [
    { hour: at("2026-11-17T23:00:00"), views: 99 },
    { hour: at("2026-11-18T00:00:00"), views: 1 },
    { hour: at("2026-11-24T00:00:00"), views: 2 },
    { hour: at("2026-11-24T10:00:00"), views: 3 },
  ];
  const of = (range: 1 | 7) => {
    const sums = byKey(range, now, rows);
    return bars(range, now, (key) => sums.get(key) ?? 0).map(({ value }) => value);
  };
  expect(of(7)).toEqual([1, 0, 0, 0, 0, 0, 5]);
  expect(of(1)).toEqual([2, ...Array(9).fill(0), 3, ...Array(13).fill(0)]);
});

test("today is compared with last week until the same minute", () => {
  const week = [
    { hour: at("2026-11-17T09:00:00"), views: 10 },
    { hour: at("2026-11-17T10:00:00"), views: 20 },
    { hour: at("2026-11-17T11:00:00"), views: 500 },
    { hour: at("2026-11-16T23:00:00"), views: 500 },
  ];
  const today = { hour: at("2026-11-24T10:00:00"), views: 30 };
  expect(compareToday([...week, today], now)).toEqual({ today: 30, change: 0.5 });
  expect(compareToday([today], now)).toEqual({ today: 30, change: null });
});

test.each([
  [{ days: "7" }, 7],
  [{ days: "1" }, 1],
  [{}, 30],
  [{ days: "8" }, 30],
  [{ days: ["1", "7"] }, 30],
])("%j asks for %i days", (search, range) => {
  expect(readRange(search)).toBe(range);
});
