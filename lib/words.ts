import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

// The dictionary takes tens of megabytes, so it is read at first use and shared.
let jieba: Jieba | undefined;

/** The words of a Chinese text; put together they are the text. */
export function cutWords(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, true);
}
