import { beijing, beijingDay, startOfBeijingDay } from "@/lib/dates";
import { CLOSED_EVERY_YEAR, CLOSED_WEEKDAYS } from "@/lib/markets/closed-weekdays";

const DAY_MS = 86_400_000;

/**
 * Whether the mainland's exchanges rest on the day that a moment falls on, in Beijing.
 * @returns null where the year's holidays are not known and only a weekend or a fixed day could be told
 */
export function isClosed(day: Date): boolean | null {
  const { year, weekday } = beijing(day);
  const date = beijingDay(day).slice(5);
  if (weekday === 0 || weekday === 6) return true;
  const announced = CLOSED_WEEKDAYS[year];
  if (announced) return announced.includes(date);
  return CLOSED_EVERY_YEAR.includes(date) || null;
}

/**
 * The first day after `now`, by the calendar of Beijing, on which the mainland's exchanges trade.
 * @returns with it the year whose holidays are not known yet, when that makes the day a guess
 */
export function nextTradingDay(now: Date): { day: Date; unknownYear: number | null } {
  for (let days = 1; ; days++) {
    const day = new Date(startOfBeijingDay(now).getTime() + days * DAY_MS);
    const closed = isClosed(day);
    if (!closed) return { day, unknownYear: closed === null ? beijing(day).year : null };
  }
}

/**
 * What a page needs to tell the session for as long as it is open or kept: weekdays from today on that are closed, and the
 * last day of which that is known, both as `26-11-25`; null in a year whose holidays are not known.
 */
export function closedAhead(now: Date): { closed: string[]; until: string } | null {
  const today = beijingDay(now);
  const { year } = beijing(now);
  if (!CLOSED_WEEKDAYS[year]) return null;
  let last = year;
  while (CLOSED_WEEKDAYS[last + 1]) last++;
  const years = Array.from({ length: last - year + 1 }, (_, n) => year + n);
  const days = years.flatMap((of) => CLOSED_WEEKDAYS[of]!.split(" ").map((day) => `${of}-${day}`));
  return { closed: days.filter((day) => day >= today).map((day) => day.slice(2)), until: `${last}-12-31`.slice(2) };
}
