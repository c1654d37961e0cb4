import type { TellingWord } from "./telling-words";

/** What another article has of the telling words: anywhere, and in its headline. */
export type Met = { words: string[]; titled: string[] };

/** Nobody tells a story in all words of another: so many of the heaviest are as good as all. */
const ENOUGH = 5;
/** Less than this share of them is a coincidence: nothing is better than something unrelated. */
const LEAST_SHARE = 0.3;
/** And less than so many words that no other article has: a headline of everyday words is like many. */
const LEAST_RARE = 3.5;
/** So many different things or names at least: one alone may mean anything. */
const LEAST_THINGS = 2;

/**
 * How far another article speaks of the same, from 0 to 1: the weight of the words that it has, once for its text and
 * once more for its headline. 0 where its headline has none of them, or the headline's words are not among them: two long
 * texts always have some words in common.
 * @param rarest the weight of a word that no other article has
 */
export function likeness(telling: TellingWord[], rarest: number, met: Met): number {
  const shared = telling.filter(({ word }) => met.words.includes(word));
  const titled = telling.filter(({ word }) => met.titled.includes(word));
  if (titled.length === 0 || !shared.some(({ inTitle }) => inTitle)) return 0;
  if (shared.filter(({ isThing }) => isThing).length < LEAST_THINGS) return 0;
  const weigh = (words: TellingWord[]) => words.reduce((sum, { weight }) => sum + weight, 0);
  const both = weigh(shared) + weigh(titled);
  const score = Math.min(1, both / (2 * weigh(telling.slice(0, ENOUGH))));
  return score < LEAST_SHARE || both < LEAST_RARE * rarest ? 0 : score;
}
