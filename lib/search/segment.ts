import type { Dictionary, Part } from "./dictionary";

/** A word as it stands in a text, with the smaller words it consists of (itself, when there are none). */
export type Word = Part & { parts: Part[]; isHan: boolean };

/** Chinese; a figure; letters and figures of any other script. */
const RUN = /(\p{Script=Han}+)|\d+(?:[.,]\d+)*(?!(?!\p{Script=Han})[\p{L}\p{N}])|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
/** Longer ones are no words of a language. */
const LONGEST = 64;

/** Characters that say nothing by themselves; they are neither indexed nor looked for. */
export const isFiller = (word: string) => word.length === 1 && "的了在是和与及有也都就而着把被".includes(word);

/** Words of a normalised text in their order: Chinese by the dictionary, letters and figures as they stand. */
export function* segment(text: string, dictionary: Dictionary): Generator<Word> {
  for (const match of text.matchAll(RUN)) {
    const run = match[0];
    if (!match[1]) {
      const word = run.replaceAll(",", "").slice(0, LONGEST);
      yield { text: word, at: match.index, parts: [{ text: word, at: match.index }], isHan: false };
      continue;
    }
    let at = match.index;
    for (const word of dictionary.cut(run)) {
      const parts = dictionary.partsOf(word).map((part) => ({ text: part.text, at: at + part.at }));
      yield { text: word, at, parts, isHan: true };
      at += word.length;
    }
  }
}
