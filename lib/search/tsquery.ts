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

/** A single character at the end may be the beginning of a word there: 锂价 finds 锂价格. */
function written(chain: Chain): string {
  const [first] = chain;
  if (!first) return "";
  const isOpen = (at: number) => {
    const { word } = chain[at]!;
    return at === chain.length - 1 && word.length === 1 && /\p{Script=Han}/u.test(word);
  };
  return chain
    .map(({ word, at }, place) => {
      const quoted = `${lexeme.quote(word)}${isOpen(place) ? ":*" : ""}`;
      return place === 0 ? quoted : `<${at - chain[place - 1]!.at}> ${quoted}`;
    })
    .join(" ");
}

const all = (parts: string[]) => parts.filter(Boolean).join(" & ");
const any = (parts: string[]) => (parts.length > 1 ? `(${parts.join(" | ")})` : (parts[0] ?? ""));

/**
 * The words of a term in groups that may stand anywhere. Single characters belong to their neighbours, because each
 * alone is everywhere: 涨价函 is 涨价 with 函 behind it.
 */
function groupsOf(words: Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    const touches = before !== undefined && before.at + before.text.length === word.at;
    const isLoose = (one: Word) => one.text.length === 1;
    if (last && touches && (isLoose(word) || last.every(isLoose))) last.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** A word, or its parts side by side where an older index cut it otherwise. */
function single(word: Word): string {
  const pieces = written(piecesOf(word));
  return word.parts.length > 1 && word.text.length > 3 ? any([lexeme.quote(word.text), `(${pieces})`]) : pieces;
}

/** The words of a term that count. */
export function wordsOf({ text }: Term, dictionary: Dictionary): Word[] {
  const words = [...segment(normalise(text), dictionary)];
  const telling = words.filter((word) => !isFiller(word.text));
  return telling.length > 0 ? telling : words;
}

function matches(term: Wanted, dictionary: Dictionary): string {
  const words = wordsOf(term, dictionary);
  const texts = term.isPhrase
    ? [written(words.flatMap(piecesOf))].map((chain) => chain && `(${chain})`)
    : groupsOf(words).map((group) =>
        group.length === 1 ? single(group[0]!) : `(${written(group.flatMap(piecesOf))})`,
      );
  return any(
    [texts.length > 1 ? `(${all(texts)})` : (texts[0] ?? ""), ...term.instead.map(lexeme.quote)].filter(Boolean),
  );
}

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
