import { tagWords } from "@/lib/words";

/** A word of an article as its row of the search index has it. */
export type OwnWord = {
  word: string;
  /** How often it stands in the article. */
  count: number;
  inTitle: boolean;
};

/** In how many of the newest articles of the site words stand, and what time those span. */
export type WordCounts = { articles: number; days: number; of: ReadonlyMap<string, number> };

/** A word by which an article is told from others. */
export type TellingWord = {
  word: string;
  inTitle: boolean;
  /** Names who or what is meant, not what is done. */
  isThing: boolean;
  /** What it says when another article has it. */
  weight: number;
  /** The share of the site's articles that have it. */
  share: number;
};

/** As many are looked for: each is a look into the index. */
const MOST_WORDS = 10;
/** Words of the text alone: so many at most. */
const MOST_OF_TEXT = 5;
/** They stand at the text's beginning, up to this place, or are said so often. */
export const LEAD = 160;
export const OFTEN = 3;
/** What more articles have than these says nothing about any of them; on a small site a handful is a large share. */
const MOST_SHARE = 0.08;
const HANDFUL = 6;
/** Of a word that was not met in the counted articles. */
const UNMET = 0.5;
const TITLE_WEIGHT = 2;
/** A word that is said again and again says up to so much more. */
const MOST_OFTEN = 1.5;

/** What somebody does is said of many; who and what is meant is not. */
const [THING, VERB] = [1, 0.4];

/** How much a word says by what it is: names and things all, verbs little, and the rest (一笔, 首日, 悄悄) nothing. */
function substance(word: string): number {
  // Single characters and figures are met everywhere.
  if (word.length < 2 || /^[\d.]+$/.test(word)) return 0;
  const tag = tagWords(word).at(-1)?.tag ?? "";
  if (/^(?:n|j|x|eng|vn)/.test(tag)) return THING;
  return tag.startsWith("v") ? VERB : 0;
}

/**
 * The words that tell an article from the others of its site, most telling first: rare ones (inverse document frequency,
 * Spärck Jones 1972), those of the headline above all, then those of its beginning or that it keeps saying.
 * @param names who reports: what only says where it was published tells nothing
 */
export function tellingWords(own: OwnWord[], counts: WordCounts, names: string[]): TellingWord[] {
  const weighed = own
    .filter(({ word }) => !names.some((name) => name.includes(word)))
    .flatMap(({ word, count, inTitle }) => {
      const having = Math.max(UNMET, counts.of.get(word) ?? 0);
      if (having > Math.max(HANDFUL, MOST_SHARE * counts.articles)) return [];
      const share = having / Math.max(1, counts.articles);
      const what = substance(word);
      const said = what * Math.min(MOST_OFTEN, 1 + Math.log(count) / 4) * (inTitle ? TITLE_WEIGHT : 1);
      return said > 0 ? [{ word, inTitle, isThing: what === THING, share, weight: -Math.log(share) * said }] : [];
    })
    .sort((a, b) => b.weight - a.weight || b.word.length - a.word.length || (a.word < b.word ? -1 : 1));
  const chosen: TellingWord[] = [];
  let ofText = 0;
  for (const one of weighed) {
    if (chosen.length === MOST_WORDS) break;
    // A word and a part of it would be counted together.
    if (chosen.some(({ word }) => word.includes(one.word) || one.word.includes(word))) continue;
    if (!one.inTitle && ++ofText > MOST_OF_TEXT) continue;
    chosen.push(one);
  }
  return chosen;
}

/** The weight of a word that was met nowhere. */
export const rarestWeight = ({ articles }: WordCounts) => -Math.log(UNMET / Math.max(1, articles));
