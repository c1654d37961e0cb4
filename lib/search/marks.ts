import { normalise } from "./normalise";

/** A piece of text, found or not. */
export type Piece = { text: string; isHit: boolean };

const EXCERPT = 92;
/** How much stands before the first hit. */
const LEAD = 28;
const STOPS = /[。！？；\n]/;

/** Spans of a text that are any of the words, each once, the longest first where they overlap. */
function findSpans(plain: string, words: string[]): [from: number, to: number][] {
  const spans: [number, number][] = [];
  const longest = [...words].sort((a, b) => b.length - a.length);
  for (let at = 0; at < plain.length; at++) {
    const word = longest.find((one) => plain.startsWith(one, at) && isWhole(plain, at, one));
    if (!word) continue;
    spans.push([at, at + word.length]);
    at += word.length - 1;
  }
  return spans;
}

/** Letters and figures are found as whole words only, as the index does. */
function isWhole(plain: string, at: number, word: string): boolean {
  const isLatin = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  return !(isLatin(word[0]) && isLatin(plain[at - 1])) && !(isLatin(word.at(-1)) && isLatin(plain[at + word.length]));
}

function cutAt(text: string, spans: [number, number][], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of spans) {
    if (end <= from || start >= to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), isHit: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false });
  return pieces;
}

/** A whole text with the words marked, as it was written. */
export const markAll = (text: string, words: string[]): Piece[] =>
  cutAt(text, findSpans(normalise(text), words), 0, text.length);

/**
 * The part of a text where most of the different words stand, begun with a sentence where one is near.
 * @returns null when none of them stands there
 */
export function markExcerpt(text: string, words: string[]): Piece[] | null {
  const plain = normalise(text);
  const spans = findSpans(plain, words);
  if (spans.length === 0) return null;
  let best = { from: 0, kinds: 0 };
  for (const [index, [start]] of spans.entries()) {
    const seen = new Set<string>();
    for (let next = index; next < spans.length && spans[next]![1] <= start + EXCERPT - LEAD; next++)
      seen.add(plain.slice(...spans[next]!));
    if (seen.size > best.kinds) best = { from: start, kinds: seen.size };
    if (seen.size === words.length) break;
  }
  const stop = lastStop(text, best.from);
  const from = best.from - stop <= LEAD ? stop : best.from - LEAD / 2;
  const to = Math.min(text.length, from + EXCERPT);
  const pieces = cutAt(text, spans, from, to);
  const opens = from > 0 && from !== stop;
  return [
    ...(opens ? [{ text: "…", isHit: false }] : []),
    ...pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, " ") })),
    ...(to < text.length ? [{ text: "…", isHit: false }] : []),
  ];
}

/** Where the sentence of a place begins. */
function lastStop(text: string, place: number): number {
  for (let at = place - 1; at >= 0; at--) if (STOPS.test(text[at]!)) return at + 1;
  return 0;
}
