import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

// The dictionary takes tens of megabytes, so it is read at first use and shared.
let jieba: Jieba | undefined;

/** A Chinese text in words, all characters kept. `guess`: also words that the dictionary does not know. */
export function cutWords(text: string, { guess = false } = {}): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, guess);
}

export type TaggedWord = { word: string; tag: string };

/** The same with what each word is (`nr` a person, `ns` a place, `m` a number …); `x`: the dictionary does not know it. */
export function tagWords(text: string): TaggedWord[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.tag(text, true);
}
