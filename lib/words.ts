import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

// The dictionary takes tens of megabytes, so it is read at first use and shared.
let jieba: Jieba | undefined;

/** A Chinese text in words, all characters kept. `guess`: also words that the dictionary does not know. */
export function cutWords(text: string, { guess = false } = {}): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, guess);
}
