import { findCodes } from "./codes";
import { COMMON_WORDS, NOT_THE_COMPANY } from "./common-words";
import { plain, writtenForms } from "./spelling";

export type Listed = { symbol: string; name: string; fullName: string };
/** `symbol` null: a longer name that is no security and hides the ones inside it. */
type Entry = { text: string; symbol: string | null };
export type NameIndex = {
  names: Map<string, string>;
  byCode: Map<string, string>;
  /** Longest first, by their first two characters. */
  byStart: Map<string, Entry[]>;
};
export type Mention = {
  symbol: string;
  name: string;
  count: number;
  /** Where it stands first: 0 is the title, 1 the first paragraph. */
  paragraph: number;
};

const MARKETS = ["SH", "SZ", "BJ", "HK", "US"];
const rank = (symbol: string) => (MARKETS.indexOf(symbol.slice(0, 2)) + 9) % 9;
/** Made once a process; some 16,000 spellings. Of two securities with one name the mainland's comes first. */
export function buildNameIndex(rows: Listed[]): NameIndex {
  const names = new Map<string, string>();
  const byCode = new Map<string, string>();
  const meant = new Map<string, string | null>();
  for (const row of [...rows].sort((a, b) => rank(a.symbol) - rank(b.symbol))) {
    names.set(row.symbol, row.name);
    const code = row.symbol.slice(2);
    if (!byCode.has(code)) byCode.set(code, row.symbol);
    const full = plain(row.fullName).replace(/\s+/g, "");
    for (const text of [...writtenForms(row.name), full]) {
      if (text.length >= 2 && !COMMON_WORDS.has(text) && !meant.has(text)) meant.set(text, row.symbol);
    }
  }
  for (const text of NOT_THE_COMPANY) meant.set(text, null);
  const byStart = new Map<string, Entry[]>();
  for (const [text, symbol] of meant) {
    const start = text.slice(0, 2);
    byStart.set(start, [...(byStart.get(start) ?? []), { text, symbol }]);
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.text.length - a.text.length);
  return { names, byCode, byStart };
}

const LATIN = /[A-Za-z0-9]/;
/** A word that begins with one of these may be a conjunction and the name behind it: 和|平安银行. */
const JOINS = "和与及跟同由在向对为从";

/** Whether the characters around a match make another word of it. */
function isCut(text: string, from: number, to: number, crossed: (at: number) => boolean): boolean {
  const [before, after] = [text[from - 1] ?? "", text[to] ?? ""];
  if (LATIN.test(text[from]!) && LATIN.test(before)) return true;
  if (LATIN.test(text[to - 1]!) && LATIN.test(after)) return true;
  const name = text.slice(from, to);
  if (crossed(from) && !JOINS.includes(before)) return true;
  // 银行业 and 银行业务 are words as well, and only the first of them makes the name another.
  return name.endsWith("银行") ? /^(?:业(?![务绩])|间|保险监)/.test(text.slice(to, to + 3)) : crossed(to);
}

/** Listed names in a text, each with its place; the longest name at a place wins and hides those inside it. */
function* findNames(text: string, index: NameIndex, cut: (text: string) => string[]) {
  let edges: Set<number> | undefined;
  const crossed = (at: number) => {
    if (!edges) {
      edges = new Set([0]);
      let end = 0;
      for (const word of cut(text)) {
        end += word.length;
        edges.add(end);
      }
    }
    return !edges.has(at);
  };
  for (let at = 0; at < text.length - 1; at++) {
    const entry = index.byStart.get(text.slice(at, at + 2))?.find((one) => text.startsWith(one.text, at));
    if (!entry) continue;
    const end = at + entry.text.length;
    if (isCut(text, at, end, crossed)) continue;
    if (entry.symbol) yield { symbol: entry.symbol, from: at, to: end };
    at = end - 1;
  }
}

/**
 * The securities that a text speaks of, most frequent first.
 * @param paragraphs the title, then the text's paragraphs
 * @param cut splits Chinese into words, all characters kept
 */
export function findMentions(paragraphs: string[], index: NameIndex, cut: (text: string) => string[]): Mention[] {
  const found = new Map<string, Mention>();
  for (const [paragraph, raw] of paragraphs.entries()) {
    const text = plain(raw);
    const named = [...findNames(text, index, cut)];
    const coded = findCodes(text).flatMap(({ market, code, at }) => {
      const symbol = market ? `${market}${code}` : index.byCode.get(code);
      // 贵州茅台（600519）is one mention, not two.
      const said = named.some((name) => name.symbol === symbol && at - name.to >= 0 && at - name.to <= 4);
      return symbol && index.names.has(symbol) && !said ? [{ symbol }] : [];
    });
    for (const { symbol } of [...named, ...coded]) {
      const mention = found.get(symbol);
      if (mention) mention.count++;
      else found.set(symbol, { symbol, name: index.names.get(symbol)!, count: 1, paragraph });
    }
  }
  return [...found.values()].sort(
    (a, b) => b.count - a.count || a.paragraph - b.paragraph || rank(a.symbol) - rank(b.symbol),
  );
}
