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

type Hour = { at: string; published: number; listed: number };
type Span = { from: Place; listed: number };

const HOUR_MS = 3600_000;
const atHour = (start: number, hour: number) => placeBefore(new Date(start + hour * HOUR_MS).toISOString());
const total = (hours: readonly Hour[], of: "published" | "listed") => hours.reduce((sum, hour) => sum + hour[of], 0);

/**
 * Halves what holds too much, at whole hours, again and again. Where a cut may be does not depend on what is published,
 * so that one stays where it is while news arrives or an article leaves; and what is counted is what is published,
 * listed or not, so that no outlet's policy moves it.
 */
async function cut(db: Db, month: string, most: number): Promise<MonthPart[]> {
  const [start, end] = [startOfMonth(month), endOfMonth(month)].map(({ at }) => new Date(at).getTime()) as [
    number,
    number,
  ];
  const counted = await countHours(db, month);
  const within = (from: number, to: number) =>
    counted.filter(({ at }) => {
      const hour = Math.round((new Date(at).getTime() - start) / HOUR_MS);
      return hour >= from && hour < to;
    });
  const halve = async (from: number, to: number): Promise<Span[]> => {
    const hours = within(from, to);
    const published = total(hours, "published");
    const whole: Span = { from: atHour(start, from), listed: total(hours, "listed") };
    if (published <= most) return [whole];
    if (to - from === 1) {
      const places = await cutHour(db, whole.from, published, most);
      return places.map((place) => ({ from: place, listed: whole.listed }));
    }
    const middle = Math.floor((from + to) / 2);
    return [...(await halve(from, middle)), ...(await halve(middle, to))];
  };
  const spans = await halve(0, (end - start) / HOUR_MS);
  const ends = [...spans.slice(1).map(({ from }) => from), endOfMonth(month)];
  // An empty one keeps its number, for what may be imported into it.
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
