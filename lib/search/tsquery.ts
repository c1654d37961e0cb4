import type { Dictionary } from "./dictionary";
import * as lexeme from "./lexemes";
import { normalise } from "./normalise";
import type { Term } from "./parse-query";
import { isFiller, segment, type Word } from "./segment";

/** What must stand in a text, and what may stand there instead: a security's mark for its name. */
export type Wanted = Term & { instead: string[] };
/** Words at fixed distances. */
type Chain = { word: string; at: number }[];

/** The smallest pieces of words that the index has, wherever a longer word was cut. */
const piecesOf = (word: Word): Chain =>
  (word.text.length > 3 ? word.parts : [{ text: word.text, at: word.at }]).map(({ text, at }) => ({ word: text, at }));

/** A longer term says enough as it is, and all words that begin with a character are many. In characters. */
const LONGEST_OPEN = 3;

/** Words at their distances. The last one is open when it may be the beginning of a longer one. */
function written(chain: Chain, isOpen: boolean): string {
  return chain
    .map(({ word, at }, place) => {
      const isBeginning = isOpen && place === chain.length - 1 && /^\p{Script=Han}$/u.test(word);
      const quoted = `${lexeme.quote(word)}${isBeginning ? ":*" : ""}`;
      return place === 0 ? quoted : `<${at - chain[place - 1]!.at}> ${quoted}`;
    })
    .join(" ");
}

const all = (parts: string[]) => parts.filter(Boolean).join(" & ");
const any = (parts: string[]) => (parts.length > 1 ? `(${parts.join(" | ")})` : (parts[0] ?? ""));

const isLoose = (word: Word) => word.text.length === 1;
const touches = (word: Word, next: Word | undefined) => next !== undefined && word.at + word.text.length === next.at;

/** Runs of neighbours that are all single characters, or all not. */
function runsOf(words: Word[]): Word[][] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last && isLoose(word) && isLoose(last[0]!) && touches(last.at(-1)!, word)) last.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** A word that the dictionary lacks has two characters, most often: 换电重卡 is 换电 and 重卡. */
const pairs = (run: Word[]): Word[][] => (run.length < 4 ? [run] : [run.slice(0, 2), ...pairs(run.slice(2))]);

/**
 * The words of a term in groups that may stand anywhere. A single character belongs to its neighbour, because alone it
 * is everywhere: 涨价函 is 涨价 with 函 behind it. Several in a row are a word that the dictionary does not know.
 */
function groupsOf(words: Word[]): Word[][] {
  const groups: Word[][] = [];
  const runs = runsOf(words);
  for (const [at, run] of runs.entries()) {
    const [before, next] = [groups.at(-1), runs[at + 1]];
    const isAlone = run.length === 1 && isLoose(run[0]!);
    if (isAlone && before && touches(before.at(-1)!, run[0])) before.push(run[0]!);
    else if (isAlone && next && touches(run[0]!, next[0])) next.unshift(run[0]!);
    else groups.push(...(isLoose(run[0]!) ? pairs(run) : [run]));
  }
  return groups;
}

/** Words side by side; characters that the dictionary does not know together may be half of a name that it knows. */
function together(group: Word[], isOpen: boolean): string {
  const chain = `(${written(group.flatMap(piecesOf), isOpen)})`;
  return group.every(isLoose) ? any([chain, lexeme.quote(group.map(({ text }) => text).join(""))]) : chain;
}

/** A word, or its parts side by side where an older index cut it otherwise. */
function single(word: Word, isOpen: boolean): string {
  const pieces = written(piecesOf(word), isOpen);
  return word.parts.length > 1 && word.text.length > 3 ? any([lexeme.quote(word.text), `(${pieces})`]) : pieces;
}

/** The words of a term that count. */
export function wordsOf({ text }: Term, dictionary: Dictionary): Word[] {
  const words = [...segment(normalise(text), dictionary)];
  const telling = words.filter((word) => !isFiller(word.text));
  return telling.length > 0 ? telling : words;
}

/** A character at the end of a short term may be the beginning of a word: 锂价 finds 锂价格. */
function matches(term: Wanted, dictionary: Dictionary): string {
  const words = wordsOf(term, dictionary);
  const isOpen = words.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_OPEN;
  const texts = term.isPhrase
    ? [written(words.flatMap(piecesOf), isOpen)].map((chain) => chain && `(${chain})`)
    : groupsOf(words).map((group) => (group.length === 1 ? single(group[0]!, isOpen) : together(group, isOpen)));
  return any(
    [texts.length > 1 ? `(${all(texts)})` : (texts[0] ?? ""), ...term.instead.map(lexeme.quote)].filter(Boolean),
  );
}

/** The same query without the distances between words: what the index alone can answer. */
export const loosened = (tsquery: string) => tsquery.replace(/<\d+>/g, "&");

/**
 * A query as Postgres' tsquery; "" when it holds no word to look for.
 * @param filters lexemes of which each group has to be met by one
 */
export function buildTsquery(terms: Wanted[], filters: string[][], dictionary: Dictionary): string {
  const wanted = terms.filter((term) => !term.isExcluded).map((term) => matches(term, dictionary));
  const refused = terms.filter((term) => term.isExcluded).map((term) => `!${bracketed(matches(term, dictionary))}`);
  const narrowed = filters.map((group) => any(group.map(lexeme.quote)));
  if (wanted.length === 0 && narrowed.length === 0) return "";
  return all([...wanted, ...narrowed, ...refused]);
}

const bracketed = (text: string) => (text.startsWith("(") && text.endsWith(")") ? text : `(${text})`);

/** The same for titles alone: every word of the query stands there. "" when that cannot be asked. */
export function buildTitleQuery(terms: Wanted[], dictionary: Dictionary): string {
  const words = terms
    .filter((term) => !term.isExcluded)
    .flatMap((term) => wordsOf(term, dictionary))
    .flatMap((word) => piecesOf(word).map(({ word: piece }) => piece));
  return all([...new Set(words)].map((word) => lexeme.quote(lexeme.inTitle(word))));
}
