import "server-only";
import { cache } from "react";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { startOfBeijingDay, startOfBeijingWeek } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { findLastMention, listLetters, listMostMentioned, listUnderLetter } from "./board-queries";

const MOST_SHOWN = 15;
const WEEK_MS = 7 * 24 * 3600_000;

/** What is mentioned most today and this week; where this week brought nothing, in the last week that brought something. */
export const loadStockBoard = cache(async () => {
  tagPage([tag.stocks, tag.today]);
  const db = getDb();
  const now = new Date();
  const [today, week, letters] = await Promise.all([
    listMostMentioned(db, startOfBeijingDay(now), MOST_SHOWN),
    listMostMentioned(db, startOfBeijingWeek(now), MOST_SHOWN),
    listLetters(db),
  ]);
  const last = week.length === 0 ? await findLastMention(db) : null;
  const since = last && startOfBeijingDay(new Date(last.getTime() - WEEK_MS + 1));
  const lately = since && { since: since.toISOString(), securities: await listMostMentioned(db, since, MOST_SHOWN) };
  return { today, week, lately, letters };
});
export type StockBoard = Awaited<ReturnType<typeof loadStockBoard>>;

/** The securities under a letter; null when there are none. */
export const loadStockLetter = cache(async (letter: string) => {
  tagPage([tag.stocks]);
  if (!/^[a-z0]$/.test(letter)) return null;
  const db = getDb();
  const [letters, securities] = await Promise.all([listLetters(db), listUnderLetter(db, letter)]);
  return securities.length > 0 ? { letters, securities } : null;
});
export type StockLetter = NonNullable<Awaited<ReturnType<typeof loadStockLetter>>>;
