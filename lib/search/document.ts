import { visibleText } from "@/lib/content/text";
import type { Dictionary } from "./dictionary";
import * as lexeme from "./lexemes";
import { normalise } from "./normalise";
import { isFiller, segment } from "./segment";

/** What of an article is found. */
export type Findable = {
  title: string;
  summary: string;
  bodyHtml: string;
  kind: string;
  level: number;
  categoryId: string;
  publishedAt: Date;
  tags: string[];
  symbols: string[];
};

/** Of a longer text the beginning is found: a tsvector holds one megabyte. UTF-16 code units. */
const LONGEST_BODY = 100_000;
/** A tsvector counts positions up to 16,383; behind that they begin again, so that neighbours stay neighbours. */
const POSITIONS = 16_000;
/** Between title, summary and text, so that no phrase reaches from one into the next. */
const GAP = 10;
/** Postgres keeps no more positions of a lexeme. */
const MOST_POSITIONS = 255;

type Weight = "A" | "B" | "";

/**
 * An article as a tsvector in Postgres' notation. A word stands at the place of its first character, so a phrase is
 * words at the right distances, whatever else was cut there. Title words have weight A and a mark of their own, so that
 * an index without weights finds them; kind, level, outlet, securities, month and day are lexemes as well: every filter
 * is one more word.
 */
export function searchDocument(article: Findable, dictionary: Dictionary): string {
  const places = new Map<string, string[]>();
  let offset = 0;
  const add = (text: string, weight: Weight, isTitle = false) => {
    const put = (word: string, at: number) => {
      const list = places.get(word);
      const place = `${((offset + at) % POSITIONS) + 1}${weight}`;
      if (!list) places.set(word, [place]);
      else if (list.length < MOST_POSITIONS && list.at(-1) !== place) list.push(place);
      if (isTitle) places.set(lexeme.inTitle(word), []);
    };
    const plain = normalise(text);
    for (const word of segment(plain, dictionary)) {
      if (isFiller(word.text)) continue;
      put(word.text, word.at);
      if (word.parts.length > 1) for (const part of word.parts) put(part.text, part.at);
    }
    offset += plain.length + GAP;
  };
  add(article.title, "A", true);
  for (const tag of article.tags) add(tag, "B");
  add(article.summary, "B");
  add(visibleText(article.bodyHtml).slice(0, LONGEST_BODY), "");
  const facets = [
    lexeme.ofKind(article.kind),
    lexeme.ofLevel(article.level),
    lexeme.ofOutlet(article.categoryId),
    lexeme.ofMonth(article.publishedAt),
    lexeme.ofDay(article.publishedAt),
    ...article.symbols.map(lexeme.ofSecurity),
  ];
  for (const facet of facets) places.set(facet, []);
  return [...places]
    .map(([word, at]) => (at.length > 0 ? `${lexeme.quote(word)}:${at.join()}` : lexeme.quote(word)))
    .join(" ");
}
