import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { normalise } from "./normalise";

/** A word of a text: characters from `at` on. */
export type Part = { text: string; at: number };

/** More often than any word of the base dictionary, so that a name is cut as one. */
const NAME_FREQUENCY = 2_000_000;
const KNOWN_WORDS = 50_000;
const HAN = /^\p{Script=Han}+$/u;
/** A name that has digits or letters in it is cut at those anyway. */
const isWord = (name: string) => name.length >= 2 && name.length <= 12 && HAN.test(name);

/** What stands between words of a name is a word of it. */
function joinSingles(parts: Part[]): Part[] {
  const made: Part[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    const isRest = (one: Part | undefined) => one !== undefined && one.text.length === 1;
    if (last && isRest(part) && last.text.length === 1)
      made[made.length - 1] = { text: last.text + part.text, at: last.at };
    else made.push(part);
  }
  return made;
}

/** How Chinese is cut into words: the base dictionary of jieba, and names. Each process and each set of names has one. */
export class Dictionary {
  readonly #jieba: Jieba;
  readonly #names: Set<string>;
  readonly #parts = new Map<string, Part[]>();

  /** @param version see `dictionaryVersion` */
  constructor(
    readonly version: string,
    names: Iterable<string>,
  ) {
    this.#names = new Set([...names].map(normalise).filter(isWord));
    this.#jieba = Jieba.withDict(dict);
    const lines = [...this.#names].map((name) => `${name} ${NAME_FREQUENCY} nz\n`).join("");
    if (lines) this.#jieba.loadDict(Buffer.from(lines));
  }

  /** Whether it has a name; also those that are cut at letters and figures anyway. */
  has(name: string): boolean {
    const plain = normalise(name);
    return !isWord(plain) || this.#names.has(plain);
  }

  /** Words of a run of Chinese characters, all characters kept. */
  cut(run: string): string[] {
    return this.#jieba.cut(run, false);
  }

  /**
   * The smaller words that a word consists of, in a row and without a gap; the word itself when it is one of its own.
   * What straddles them is none of them: 南京东路 is 南京 and 东路 and never 京东. A name of up to three characters has
   * no parts, so that 京东方 is not found by 京东; of a longer one its halves are parts, words or not: 潍柴动力.
   */
  partsOf(word: string): Part[] {
    const known = this.#parts.get(word);
    if (known) return known;
    const tiles = word.length < 3 ? [] : this.#tile(word);
    const parts = this.#names.has(word) ? (word.length < 4 ? [] : joinSingles(tiles)) : tiles;
    const made = parts.length < 2 ? [{ text: word, at: 0 }] : parts;
    if (this.#parts.size >= KNOWN_WORDS) this.#parts.clear();
    this.#parts.set(word, made);
    return made;
  }

  /** Fewest single characters, then fewest words. */
  #tile(word: string): Part[] {
    const grams = new Set(this.#jieba.cutForSearch(word, false).filter((gram) => gram.length < word.length));
    if (grams.size === 0) return this.#names.has(word) ? [...word].map((text, at) => ({ text, at })) : [];
    type Way = { cost: number; parts: Part[] };
    const ways: Way[] = [{ cost: 0, parts: [] }];
    for (let end = 1; end <= word.length; end++) {
      let best: Way | undefined;
      for (let length = 1; length <= Math.min(3, end); length++) {
        const text = word.slice(end - length, end);
        const before = ways[end - length]!;
        if (length > 1 && !grams.has(text)) continue;
        const cost = before.cost + (length === 1 ? 100 : 1);
        if (!best || cost < best.cost) best = { cost, parts: [...before.parts, { text, at: end - length }] };
      }
      ways.push(best!);
    }
    return ways.at(-1)!.parts;
  }
}
