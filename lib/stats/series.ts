import { beijing, beijingDay, shortDay, startOfBeijingDay } from "@/lib/dates";
import type { Range } from "@/lib/stats/params";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** One bar: `key` is a day or an hour of today. */
export type Bar = { key: string; label: string; value: number };
type HourRow = { hour: Date; views: number };

/** Midnight in Beijing at which the span of days begins that ends now. */
export const startOf = (range: Range, now: Date) => new Date(startOfBeijingDay(now).getTime() - (range - 1) * DAY_MS);

/** The bars of a span, none left out: the days of it, or the hours of today. */
export function bars(range: Range, now: Date, valueAt: (key: string) => number): Bar[] {
  if (range === 1) {
    return Array.from({ length: 24 }, (_, hour) => ({
      key: String(hour),
      label: `${hour} 时`,
      value: valueAt(String(hour)),
    }));
  }
  const start = startOf(range, now).getTime();
  return Array.from({ length: range }, (_, n) => {
    const at = new Date(start + n * DAY_MS);
    const key = beijingDay(at);
    return { key, label: shortDay(at), value: valueAt(key) };
  });
}

/** Hours added up under the keys of `bars`. */
export function byKey(range: Range, now: Date, rows: HourRow[]): Map<string, number> {
  const start = startOf(range, now);
  const sums = new Map<string, number>();
  for (const { hour, views } of rows) {
    if (hour < start) continue;
    const key = range === 1 ? String(beijing(hour).hour) : beijingDay(hour);
    sums.set(key, (sums.get(key) ?? 0) + views);
  }
  return sums;
}

/**
 * Today so far, and the same day of last week until the same minute; of an hour that is under way its part. The
 * comparison is null where nothing was counted then.
 */
export function compareToday(rows: HourRow[], now: Date): { today: number; change: number | null } {
  const until = (end: number) => {
    const start = startOfBeijingDay(new Date(end)).getTime();
    return rows.reduce((sum, { hour, views }) => {
      const from = hour.getTime();
      if (from < start || from >= end) return sum;
      return sum + views * Math.min(1, (end - from) / HOUR_MS);
    }, 0);
  };
  const start = startOfBeijingDay(now);
  const today = rows.filter(({ hour }) => hour >= start).reduce((sum, { views }) => sum + views, 0);
  const then = until(now.getTime() - WEEK_MS);
  return { today, change: then > 0 ? (today - then) / then : null };
}
