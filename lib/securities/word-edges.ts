import { PROPER_TAIL } from "./hiding-names";

/** Splits Chinese into words, all characters kept. */
export type Cut = (text: string) => string[];

const LATIN = /[A-Za-z0-9]/;
const HAN = /\p{Script=Han}/u;
/** A word that begins with one of these may be a conjunction and the name behind it: 和|平安银行. */
const JOINS = "和与及跟同由在向对为从将";
/** Words are looked at this far around a name. */
const AROUND = 8;

/** Where words end around a place: only there the cut costs anything. */
function edgesAround(text: string, from: number, to: number, cut: Cut): Set<number> {
  let start = from;
  while (start > 0 && from - start < AROUND && HAN.test(text[start - 1]!)) start--;
  let end = to;
  while (end < text.length && end - to < AROUND && HAN.test(text[end]!)) end++;
  const edges = new Set([start]);
  let at = start;
  for (const word of cut(text.slice(start, end))) {
    at += word.length;
    edges.add(at);
  }
  return edges;
}

/** Whether the characters around a name make another word, or a longer proper name, of it. */
export function isCut(text: string, from: number, to: number, cut: Cut): boolean {
  const before = text[from - 1] ?? "";
  const after = text[to] ?? "";
  if (LATIN.test(text[from]!) && LATIN.test(before)) return true;
  if (LATIN.test(text[to - 1]!) && LATIN.test(after)) return true;
  if (!HAN.test(before) && !HAN.test(after)) return false;
  if (PROPER_TAIL.test(text.slice(to, to + 5))) return true;
  const edges = edgesAround(text, from, to, cut);
  if (!edges.has(from) && !JOINS.includes(before)) return true;
  // 银行业 and 银行业务 are words as well, and only the first of them makes the name another.
  if (text.slice(from, to).endsWith("银行")) return /^(?:业(?![务绩])|间|保险监|卡|家)/.test(text.slice(to, to + 3));
  // 苹果公司, 保险行业: the dictionary may hold both as one word, and they mean the same.
  return !edges.has(to) && !/^(?:公司|集团|股份|行业|板块|概念|产业)/.test(text.slice(to, to + 2));
}
