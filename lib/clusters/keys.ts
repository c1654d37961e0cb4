import { cutWords } from "@/lib/words";
import type { Profile } from "./profile";
import { SPAN_MS } from "./same-story";
import { hashOf, mixed } from "./shingles";

/** A change of what makes a key counts this up: signatures of an older one are made anew. */
export const SIGNING = 1;

/**
 * Bands of MinHash (Broder 1997) of two numbers each: texts that share half of their shingles meet in one of twelve with
 * 97 %, texts that share 5 % with 3 %; and once more by their leads.
 */
const BANDS = 12;
const ROWS = 2;
/** Words of the headline by which it is found too. */
const TITLE_WORDS = 8;
/** Sorts of keys. */
const [WHOLE, LEAD, TITLE] = [1, 2, 3];

/** What stands in one span of time. Keys say which, so that a look-up costs the same however old the archive is. */
const spanOf = (at: Date) => Math.floor(at.getTime() / SPAN_MS);

/** As Postgres keeps it. */
const signed = (hash: number) => hash | 0;

function minima(shingles: Set<number>, count: number): Uint32Array {
  const least = new Uint32Array(count).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let n = 0; n < count; n++) {
      const hash = mixed(shingle ^ Math.imul(n + 1, 0x9e3779b1));
      if (hash < least[n]!) least[n] = hash;
    }
  }
  return least;
}

function bandsOf(shingles: Set<number>, sort: number): number[] {
  if (shingles.size === 0) return [];
  const least = minima(shingles, BANDS * ROWS);
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = mixed(sort * 1000 + band);
    for (let row = 0; row < ROWS; row++) hash = mixed(hash ^ least[band * ROWS + row]!);
    return hash;
  });
}

/** The words of a headline that say what it is about, longest first. */
export function titleWords(title: string): string[] {
  const words = new Set(cutWords(title).filter((word) => word.length > 1 && !/^[\d.%]+$/.test(word)));
  return [...words].sort((a, b) => b.length - a.length).slice(0, TITLE_WORDS);
}

/** A text's keys without their time: those by which reprints meet, and the words of its headline. */
export type Keys = { bands: number[]; words: number[] };

export const keysOf = (profile: Profile): Keys => ({
  bands: [...bandsOf(profile.whole, WHOLE!), ...bandsOf(profile.lead, LEAD!)],
  words: titleWords(profile.title).map((word) => hashOf(word, TITLE)),
});

/** Of a headline two words together are looked for, among so many of its longest. */
const PAIRED_WORDS = 6;

const inSpan = (keys: number[], span: number) => keys.map((key) => signed(mixed(key ^ mixed(span))));

/** The keys that a text of this time is found by. */
export const storedKeys = ({ bands, words }: Keys, at: Date) => [
  ...new Set([...inSpan(bands, spanOf(at)), ...inSpan(words, spanOf(at))]),
];

/** Keys of which one is enough, and words of headlines of which two are. */
export type Wanted = { any: number[]; pairs: [number, number][] };

/** What texts between two times are found by: a key in common, or two of the headline's longest words. */
export function wanted({ bands, words }: Keys, from: Date, to: Date): Wanted {
  const found: Wanted = { any: [], pairs: [] };
  for (let span = spanOf(from); span <= spanOf(to); span++) {
    found.any.push(...inSpan(bands, span));
    const told = inSpan(words.slice(0, PAIRED_WORDS), span);
    for (const [n, one] of told.entries()) for (const other of told.slice(n + 1)) found.pairs.push([one, other]);
  }
  return found;
}
