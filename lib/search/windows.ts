import { ofDay, ofMonth } from "./lexemes";

const DAY_MS = 86_400_000;
/** A longer span is not worth as many words. */
const MOST_MONTHS = 36;

function monthsBefore(at: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) =>
    ofMonth(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back, 1))),
  );
}

/**
 * The spans of time that are looked through one after the other, newest first, each with all of the one before, until
 * a page is full; as lexemes of which one must be met, null for all of time. The newest of a common word are found in
 * a week; a rare word costs four looks into the index instead of one, each next to nothing.
 */
export function windowsFrom(at: Date): (string[] | null)[] {
  const week = Array.from({ length: 8 }, (_, back) => ofDay(new Date(at.getTime() - back * DAY_MS)));
  return [week, monthsBefore(at, 2), monthsBefore(at, 8), monthsBefore(at, MOST_MONTHS), null];
}

/** The months of a span, when they are few enough; a filter by date is then a word of the query as well. */
export function monthsBetween(from: Date, to: Date): string[] | null {
  const count = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  return count >= 1 && count <= MOST_MONTHS ? monthsBefore(to, count) : null;
}
