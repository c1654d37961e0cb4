import "server-only";
import { cache } from "react";
import { readPage } from "@/lib/articles/list-loaders";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { beijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { dayIn, nextDay } from "./calendar";
import * as queries from "./queries";

/** The archive from its first to its last day with news, and how much was published on each day of a part of it. */
export type Calendar = { span: { first: string; last: string }; counts: Map<string, number> };

const yearOf = (day: string) => Number(day.slice(0, 4));

async function loadPart(from: string, to: string): Promise<Calendar | null> {
  const db = getDb();
  tagPage([tag.archive]);
  const span = await queries.findSpan(db);
  if (!span || to < span.first || from > span.last) return null;
  return { span, counts: await queries.countDays(db, from, to) };
}

/**
 * A year of the archive, the newest unless told.
 * @returns null for a year before or after all news, `empty` while there are none
 */
export const loadYear = cache(async (given: number | null) => {
  tagPage([tag.archive]);
  const span = await queries.findSpan(getDb());
  if (!span) return given === null ? ("empty" as const) : null;
  const year = given ?? yearOf(span.last);
  const calendar = await loadPart(dayIn(year, 1, 1), dayIn(year, 12, 31));
  return calendar && { ...calendar, year };
});

/** A month of the archive; null before the first and after the last with news. */
export const loadMonth = cache((year: number, month: number) =>
  loadPart(dayIn(year, month, 1), dayIn(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())),
);

/** Further than this a day's neighbour is watched by the month's change of any day, not by each day in between. */
const LONGEST_GAP = 40;

/** The days between two, both included; null when they are many. */
function between(from: string, to: string): string[] | null {
  const days = [from];
  while (days.at(-1)! < to && days.length <= LONGEST_GAP) days.push(nextDay(days.at(-1)!));
  return days.length > LONGEST_GAP ? null : days;
}

/**
 * One day of the archive with its month.
 * @param cursor of a further page
 * @returns null before the first year with news, after today, and for a page that is none
 */
export const loadDay = cache(async (day: string, cursor?: string) => {
  const db = getDb();
  tagPage([tag.archiveDay(day)]);
  const span = await queries.findSpan(db);
  // A day whose last story was withdrawn keeps its page.
  if (!span || yearOf(day) < yearOf(span.first) || day > beijingDay(new Date())) {
    tagPage([tag.archive, tag.today]);
    return null;
  }
  const { previous, next } = await queries.findNeighbours(db, day);
  // News on a day in between, or on one after the last, moves this page's neighbours.
  const watched = previous && next && between(previous, next);
  tagPage(watched ? watched.map(tag.archiveDay) : [tag.archive]);
  const page = await readPage(tag.archiveDay(day), cursor, (of, options) => queries.listDay(of, day, options));
  if (!page) return null;
  const [year, month] = day.split("-").map(Number) as [number, number];
  const calendar = page.older ? null : await loadMonth(year, month);
  return { day, previous, next, page, calendar };
});
