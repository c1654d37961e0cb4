import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";

let jieba: Jieba | undefined;

const OPENS = /[“‘「『《〈（【(]$/;
const CLOSES = /^[”’」』》〉）】)、，。！？；：…—·,.!?;:%％\s]/;
/** Particles lean on the word before them. */
const PARTICLE = /^[了的着们]/;
const LATIN_END = /[\p{Script=Latin}\d.,+\-/&]$/u;
const LATIN_START = /^[\p{Script=Latin}\d.,+\-/&]/u;

/**
 * Cuts a headline where a line may end: between words, never before closing or after opening punctuation, never inside
 * a number or a Latin word. The parts put together are the headline.
 */
export function headlineParts(title: string): string[] {
  jieba ??= Jieba.withDict(dict);
  const parts: string[] = [];
  for (const word of jieba.cut(title, true)) {
    const last = parts.at(-1);
    const glued =
      last !== undefined &&
      (OPENS.test(last) ||
        CLOSES.test(word) ||
        PARTICLE.test(word) ||
        (LATIN_END.test(last) && LATIN_START.test(word)));
    if (glued) parts[parts.length - 1] = last + word;
    else parts.push(word);
  }
  return parts;
}
