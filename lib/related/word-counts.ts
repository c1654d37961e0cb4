import "server-only";
import type { Db } from "@/lib/db/client";
import { countWords, SAMPLE } from "./queries";
import type { WordCounts } from "./telling-words";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Kept = { until: number; reading: Promise<WordCounts> };
const kept = new WeakMap<Db, Kept>();

/**
 * In how many of the newest articles words stand. Which words are rare does not change within a day, so this is counted
 * once a day and process; on a site that is still small each new article changes it, and counting costs little.
 */
export function wordCounts(db: Db, now = Date.now()): Promise<WordCounts> {
  const had = kept.get(db);
  if (had && had.until > now) return had.reading;
  const made: Kept = { until: now + DAY_MS, reading: countWords(db) };
  kept.set(db, made);
  made.reading.then(
    ({ articles }) => {
      if (articles < SAMPLE) made.until = now + MINUTE_MS;
    },
    () => kept.delete(db),
  );
  return made.reading;
}
