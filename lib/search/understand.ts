import type { Dictionary } from "./dictionary";
import { type SearchParams, timesOf } from "./filters";
import { ofKind, ofLevel, ofOutlet, ofSecurity } from "./lexemes";
import type { NameBook, Named, NamedOutlet, NamedSecurity } from "./name-book";
import { normalise } from "./normalise";
import type { ParsedQuery } from "./parse-query";
import { buildTitleQuery, buildTsquery, type Wanted, wordsOf } from "./tsquery";
import { monthsBetween } from "./windows";

/** What a query asks for. */
export type Understood = {
  /** "" when nothing can be looked for. */
  tsquery: string;
  titleQuery: string;
  from: Date | null;
  to: Date | null;
  /** What is marked in titles and texts, normalised. */
  words: string[];
  /** What the query names, best first. */
  securities: NamedSecurity[];
  outlets: NamedOutlet[];
};

/** Stories about so many of the things that a word names are found by it. */
const MOST_INSTEAD = 2;

const isSecurity = (named: Named): named is NamedSecurity => named.kind === "security";
const isOutlet = (named: Named): named is NamedOutlet => named.kind === "outlet";
const markOf = (named: Named) => (isSecurity(named) ? ofSecurity(named.symbol) : ofOutlet(named.id));

function filtersOf(params: SearchParams, names: NameBook, now: Date, from: Date | null, to: Date | null): string[][] {
  const outlets = params.outlet.map((slug) => names.outlet(slug));
  const months = from && monthsBetween(from, to ?? now);
  return [
    params.kind ? [ofKind(params.kind)] : [],
    params.level.map((level) => ofLevel(Number(level))),
    // An outlet that there is not has no stories.
    params.outlet.length > 0 ? outlets.map((outlet) => ofOutlet(outlet?.id ?? "")) : [],
    params.stock ? [ofSecurity(params.stock)] : [],
    months ?? [],
  ].filter((group) => group.length > 0);
}

/**
 * What a reader means: each word by itself, or what has the name. A query that is a name as a whole, 中国 平安, is
 * looked for as that name too.
 */
export function understand(
  query: ParsedQuery,
  params: SearchParams,
  names: NameBook,
  dictionary: Dictionary,
  now: Date,
): Understood {
  const { from, to } = timesOf(params, now);
  const kept = query.terms.filter((term) => !term.isExcluded);
  const meanings = new Map(kept.map((term) => [term, names.named(term.text)]));
  const whole = kept.length > 1 ? names.named(kept.map(({ text }) => text).join("")) : [];
  const wanted: Wanted[] = query.terms.map((term) => ({
    ...term,
    instead: (meanings.get(term) ?? []).slice(0, MOST_INSTEAD).map(markOf),
  }));
  const named = [...whole, ...kept.flatMap((term) => meanings.get(term) ?? [])];
  const words = kept.flatMap((term) => {
    const parts = wordsOf(term, dictionary).map(({ text }) => text);
    return [normalise(term.text), ...(parts.length > 1 ? parts.filter((part) => part.length > 1) : [])];
  });
  const spoken = [...meanings.values()]
    .flatMap((list) => list.slice(0, MOST_INSTEAD))
    .map(({ name }) => normalise(name));
  const filters = filtersOf(params, names, now, from, to);
  return {
    ...{
      from,
      to,
      tsquery: buildTsquery(wanted, filters, dictionary),
      titleQuery: buildTitleQuery(wanted, dictionary),
    },
    words: [...new Set([...words, ...spoken])],
    securities: unique(named.filter(isSecurity), ({ symbol }) => symbol),
    outlets: unique(named.filter(isOutlet), ({ id }) => id),
  };
}

const unique = <T>(list: T[], key: (one: T) => string) => [...new Map(list.map((one) => [key(one), one])).values()];

/** The names that differ least from the query, or from one of its words. */
export function nearestNames(query: ParsedQuery, names: NameBook): Named[] {
  const texts = [query.terms.map(({ text }) => text).join(""), ...query.terms.map(({ text }) => text)];
  const found = texts.flatMap((text) => names.nearest(text));
  return unique(found, (named) => (isSecurity(named) ? named.symbol : named.id)).slice(0, 4);
}
