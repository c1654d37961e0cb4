/** What a reader looks for, piece by piece, as it was written. */
export type Term = { text: string; isPhrase: boolean; isExcluded: boolean };
export type ParsedQuery = {
  /** What was understood, fit to be shown in the box again. */
  text: string;
  terms: Term[];
  /** The rest of a longer query was left out. */
  isCut: boolean;
};

/** Longest query; a headline has 30 characters. */
export const LONGEST_QUERY = 120;
const MOST_TERMS = 12;

const QUOTES: Record<string, string> = { '"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "《": "》", "＂": "＂" };
const CLOSING = /["”」』》＂]/;
const MINUS = /^[-－−–](?=[^\s-])/;
const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text);

/**
 * Takes a query apart: words, phrases in any quotes, `-` before what must not be there. Nothing is an error: an open
 * quote reaches to the end, control characters are blanks, punctuation alone means nothing.
 */
export function parseQuery(raw: string): ParsedQuery {
  const letters = [...raw.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\s]+/gu, " ").trim()];
  const text = letters.slice(0, LONGEST_QUERY).join("").trim();
  const terms: Term[] = [];
  let rest = text;
  while (rest !== "" && terms.length < MOST_TERMS) {
    rest = rest.trimStart();
    const isExcluded = MINUS.test(rest);
    if (isExcluded) rest = rest.slice(1);
    const close = QUOTES[rest[0] ?? ""];
    let found: string;
    if (close) {
      const end = rest.slice(1).search(close === '"' || close === "”" ? CLOSING : new RegExp(close));
      found = end < 0 ? rest.slice(1) : rest.slice(1, end + 1);
      rest = end < 0 ? "" : rest.slice(end + 2);
    } else {
      const end = rest.search(/[\s"“「『＂]/);
      found = end < 0 ? rest : rest.slice(0, end);
      rest = end < 0 ? "" : rest.slice(end);
    }
    if (hasWord(found)) terms.push({ text: found.trim(), isPhrase: close !== undefined, isExcluded });
  }
  return { text, terms, isCut: letters.length > LONGEST_QUERY };
}
