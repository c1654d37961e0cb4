const pad = (n: number) => String(n).padStart(2, "0");
const DAY_MS = 86_400_000;

/** `2026-11-24`, whose noon in UTC stands for the day, so that no zone moves it. */
const utc = (day: string) => new Date(`${day}T12:00:00Z`);
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export const dayIn = (year: number, month: number, day: number) => `${year}-${pad(month)}-${pad(day)}`;
export const nextDay = (day: string) => dayOf(new Date(utc(day).getTime() + DAY_MS));

/** What an address of the archive names. */
export type Place =
  | { kind: "newest" }
  | { kind: "year"; year: number }
  | { kind: "month"; year: number; month: number }
  | { kind: "day"; day: string; rest: string[] };

/**
 * Reads what stands behind `/archive`: year, month and day, each with leading zeros.
 * @returns null when it is no date of the calendar
 */
export function readPlace([year, month, day, ...rest]: string[]): Place | null {
  if (year === undefined) return { kind: "newest" };
  if (!/^[12]\d{3}$/.test(year)) return null;
  if (month === undefined) return { kind: "year", year: Number(year) };
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return null;
  if (day === undefined) return { kind: "month", year: Number(year), month: Number(month) };
  const written = `${year}-${month}-${day}`;
  if (!/^\d{2}$/.test(day) || Number.isNaN(utc(written).getTime()) || dayOf(utc(written)) !== written) return null;
  return { kind: "day", day: written, rest };
}

/** The weeks of a month, Monday first; null where another month's day would stand. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length }, (_, at) => dayIn(year, month, at + 1)),
  ];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null));
}

/** How full a day is beside the others: 0 empty, 1 to 4 a quarter of them each. */
export type Shade = 0 | 1 | 2 | 3 | 4;

/** Shades of days by the quartiles of their counts; days that are alike are shaded alike. */
export function shadesOf(counts: Map<string, number>): (day: string) => Shade {
  const sorted = [...counts.values()].filter((count) => count > 0).sort((a, b) => a - b);
  const marks = [0.25, 0.5, 0.75].map((part) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return (day) => {
    const count = counts.get(day) ?? 0;
    if (count === 0) return 0;
    return (1 + marks.filter((mark) => count > mark).length) as Shade;
  };
}
