import { diffComm } from "node-diff3";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const wordsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

export type Run = { text: string; isNew: boolean };

/** `text` in runs: what stood in `before` already, and what did not. */
export function markNewWords(before: string, text: string): Run[] {
  return diffComm(wordsOf(before), wordsOf(text)).flatMap((part): Run[] => {
    const words = part.common ?? part.buffer2;
    return words.length > 0 ? [{ text: words.join(""), isNew: part.common === undefined }] : [];
  });
}
