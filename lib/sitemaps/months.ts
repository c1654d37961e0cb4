import "server-only";
import type { Db } from "@/lib/db/client";
import {
  countHours,
  endOfMonth,
  findBehind,
  listMonths,
  type Month,
  type Place,
  placeBefore,
  startOfMonth,
} from "@/lib/sitemaps/month-queries";

/**
 * What one sitemap names at most. Less than the 50,000 that the protocol allows: addresses of 120 Chinese characters
 * each would else make more than its 50 MB.
 */
export const MOST_URLS = 40_000;

/** A stretch of a month that fills one sitemap: `2026-11`, then `2026-11-2` and so on. */
export type MonthPart = { name: string; from: Place; to: Place };

type Kept = { of: string; parts: MonthPart[] };
/** Where months were cut; only those with more than one part, and only until they change. */
const kept = new Map<string, Kept>();

/** The parts of a month that hold something to list. */
export async function partsOf(db: Db, month: Month, most = MOST_URLS): Promise<MonthPart[]> {
  const [from, to] = [startOfMonth(month.month), endOfMonth(month.month)];
  if (month.published <= most) return [{ name: month.month, from, to }];
  const of = [month.published, month.listed, month.changedAt.toISOString(), most].join();
  const had = kept.get(month.month);
  if (had?.of === of) return had.parts;
  const parts = await cut(db, month.month, most);
  kept.set(month.month, { of, parts });
  return parts;
}

/**
 * Cuts at whole hours, by what is published whether listed or not: so a cut stays where it is while news arrives at the
 * end, and is seldom moved by an article that leaves or an outlet that is forbidden.
 */
async function cut(db: Db, month: string, most: number): Promise<MonthPart[]> {
  const spans: { from: Place; published: number; listed: number }[] = [];
  for (const { at, published, listed } of await countHours(db, month)) {
    const last = spans.at(-1);
    if (last && last.published + published <= most) {
      last.published += published;
      last.listed += listed;
    } else if (published <= most) spans.push({ from: placeBefore(at), published, listed });
    else for (const from of await cutHour(db, placeBefore(at), published, most)) spans.push({ from, published: most, listed });
  }
  const ends = [...spans.slice(1).map(({ from }) => from), endOfMonth(month)];
  return spans.flatMap(({ from, listed }, at) =>
    listed > 0 ? [{ name: at === 0 ? month : `${month}-${at + 1}`, from, to: ends[at]! }] : [],
  );
}

/** An hour that alone holds too much, such as an archive that was imported under one time. */
async function cutHour(db: Db, from: Place, published: number, most: number): Promise<Place[]> {
  const places = [from];
  for (let done = most; done < published; done += most) {
    const next = await findBehind(db, places.at(-1)!, most);
    if (next) places.push(next);
  }
  return places;
}

/** The part of a month that an address names; null when there is none or nothing of it may be listed. */
export async function findMonthPart(db: Db, name: string): Promise<{ month: Month; part: MonthPart } | null> {
  const [month] = await listMonths(db, name.slice(0, 7));
  if (!month) return null;
  const part = (await partsOf(db, month)).find((of) => of.name === name);
  return part ? { month, part } : null;
}
