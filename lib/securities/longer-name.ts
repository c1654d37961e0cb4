import { HIDING_NAMES } from "./hiding-names";
import { NameTrie } from "./name-trie";

let trie: NameTrie | undefined;

/** Whether a word is part of a longer proper name that means no security: 中国银行 in 中国银行业协会. */
export function isInLongerName(before: string, word: string, after: string): boolean {
  trie ??= new NameTrie(HIDING_NAMES);
  const text = before + word + after;
  const end = before.length + word.length;
  for (let at = 0; at <= before.length; at++) {
    const longest = trie.at(text, at)?.[0];
    if (longest === undefined) continue;
    const to = at + HIDING_NAMES[longest]!.length;
    if (to >= end && to - at > word.length) return true;
  }
  return false;
}
