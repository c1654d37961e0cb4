import { cutWords } from "@/lib/words";

const OPENS = /[“‘「『《〈（【(]$/;
const CLOSES = /^[”’」』》〉）】)、，。！？；：…—·,.!?;:%％\s]/;
/** Particles lean on the word before them. */
const PARTICLE = /^[了的着们]/;
const LATIN_END = /[\p{Script=Latin}\d.,+\-/&]$/u;
const LATIN_START = /^[\p{Script=Latin}\d.,+\-/&]/u;
/** A word of one character that is no conjunction leans on the word behind it: 锂盐厂, 跌逾2%. */
const LEANS_FORWARD = /^[^\p{P}\s与和及或在把被对]$/u;
/** `逾` and the like go with their figure. */
const BEFORE_FIGURE = /[逾超约近达至第]$/;
const FIGURE = /^\d/;
const CLAUSE_END = /[：，、；。！？\s]$/;

/** Up to here a word may grow by what leans on it. */
const LONGEST_WORD = 6;
/** A clause of this many characters fits a line of the narrowest column, so it stays whole. */
const SHORT_CLAUSE = 8;

function leans(last: string, word: string): boolean {
  return (
    OPENS.test(last) ||
    CLOSES.test(word) ||
    PARTICLE.test(word) ||
    (LATIN_END.test(last) && LATIN_START.test(word)) ||
    (BEFORE_FIGURE.test(last) && FIGURE.test(word)) ||
    (LEANS_FORWARD.test(last) && last.length + word.length <= LONGEST_WORD)
  );
}

/**
 * Cuts a headline where a line may end: between words, never before closing or after opening punctuation, never inside
 * a number, a Latin word or a short clause. The parts put together are the headline.
 */
export function headlineParts(title: string): string[] {
  const parts: string[] = [];
  for (const word of cutWords(title, { guess: true })) {
    const last = parts.at(-1);
    if (last !== undefined && leans(last, word)) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return joinShortClauses(parts);
}

function joinShortClauses(parts: string[]): string[] {
  const joined: string[] = [];
  let clause: string[] = [];
  for (const [index, part] of parts.entries()) {
    clause.push(part);
    if (!CLAUSE_END.test(part) && index < parts.length - 1) continue;
    const whole = clause.join("");
    // One that is the whole headline may as well be broken.
    if (whole.length <= SHORT_CLAUSE && whole !== parts.join("")) joined.push(whole);
    else joined.push(...clause);
    clause = [];
  }
  return joined;
}
