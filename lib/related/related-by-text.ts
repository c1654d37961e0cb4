import "server-only";
import { oncePerStory } from "@/lib/clusters/once";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { monthsBetween } from "@/lib/search/windows";
import { likeness } from "./likeness";
import { findByWords, listOwnWords } from "./queries";
import { rarestWeight, type TellingWord, tellingWords, type WordCounts } from "./telling-words";
import { wordCounts } from "./word-counts";

const DAY_MS = 86_400_000;
/** So many rows are read at most, about: the busier a site, the less far back is looked. */
const ROWS = 1000;
/** Of the articles that have a word, about so many have it in their headline. */
const TITLED = 0.1;
const LEAST_DAYS = 31;
const MOST_DAYS = 365;

/** The months in which articles with these words are looked for. */
function monthsOf(telling: TellingWord[], { articles, days }: WordCounts, until: Date): string[] {
  const aDay = articles / Math.max(1, days);
  const share = telling.reduce((sum, word) => sum + word.share, 0);
  const far = Math.min(MOST_DAYS, Math.max(LEAST_DAYS, ROWS / Math.max(0.001, aDay * share * TITLED)));
  return monthsBetween(new Date(until.getTime() - far * DAY_MS), until) ?? [];
}

/**
 * Earlier stories that speak of the same by their words, most alike first, where neither securities nor tags say so.
 * None of the same story: those stand in its cluster.
 * @param article a public one with the outlet and the source that it names
 * @param not articles that are shown already
 */
export async function findRelatedByText(
  db: Db,
  article: { here: Position; categoryName: string; sourceName: string },
  not: string[],
  limit: number,
  counts?: WordCounts,
) {
  const { here, categoryName, sourceName } = article;
  const own = await listOwnWords(db, here.id);
  if (own.length === 0) return [];
  const known = counts ?? (await wordCounts(db));
  const telling = tellingWords(own, known, [categoryName, sourceName]);
  const candidates = await findByWords(db, telling, monthsOf(telling, known, here.at), here, not);
  const alike = candidates
    .map((candidate) => ({ candidate, score: likeness(telling, rarestWeight(known), candidate) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || Date.parse(b.candidate.link.publishAt) - Date.parse(a.candidate.link.publishAt),
    );
  return oncePerStory(alike, ({ candidate: { link, clusterId } }) => ({ id: link.id, clusterId }))
    .slice(0, limit)
    .map(({ candidate }) => candidate.link);
}
