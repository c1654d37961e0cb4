/** A text with every reading of each of its characters; none for punctuation. Made by lib/spelling on the server. */
export type Spelled = { text: string; readings: string[][] };
/** From which character of a text to which: `[0, 2]` are the first two. */
export type Span = [from: number, to: number];

/**
 * How many characters from `at` on the letters stand for, each by its initial or whole syllable, the last one by any
 * beginning of it; -1: they do not.
 */
function reach(readings: string[][], at: number, letters: string): number {
  if (letters === "") return 0;
  const own = readings[at];
  if (!own) return -1;
  if (own.length === 0) {
    const behind = reach(readings, at + 1, letters);
    return behind < 0 ? -1 : behind + 1;
  }
  for (const reading of own) {
    if (reading.startsWith(letters)) return 1;
    for (const part of reading.length > 1 ? [reading, reading[0]!] : [reading]) {
      if (!letters.startsWith(part)) continue;
      const behind = reach(readings, at + 1, letters.slice(part.length));
      if (behind >= 0) return behind + 1;
    }
  }
  return -1;
}

function findLetters({ readings }: Spelled, letters: string): Span | null {
  const first = letters.charCodeAt(0);
  // Thousands of titles are looked through at each key.
  for (let at = 0; at < readings.length; at++) {
    for (const reading of readings[at]!) {
      if (reading.charCodeAt(0) !== first) continue;
      const length = reach(readings, at, letters);
      if (length > 0) return [at, at + length];
      break;
    }
  }
  return null;
}

/** The words of a query, as `matchSpelled` wants them. */
export const queryWords = (query: string) => query.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);

/**
 * Where each word stands in a text, as it is written or by its pinyin: `gzmt`, `guizhoumaotai`, `guizmt`.
 * @returns null when one of them does not
 */
export function matchSpelled(spelled: Spelled, words: string[]): Span[] | null {
  const spans: Span[] = [];
  for (const word of words) {
    // Chinese has no capitals.
    const text = /[a-z]/.test(word) ? spelled.text.toLowerCase() : spelled.text;
    const at = text.indexOf(word);
    const span: Span | null =
      at >= 0
        ? [[...text.slice(0, at)].length, [...text.slice(0, at + word.length)].length]
        : /^[a-z0-9]+$/.test(word)
          ? findLetters(spelled, word)
          : null;
    if (!span) return null;
    spans.push(span);
  }
  return spans;
}
