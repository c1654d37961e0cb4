import { findNames } from "./find-names";
import { type NameIndex, rankOf } from "./name-index";
import type { Cut } from "./word-edges";

export type Mention = {
  symbol: string;
  name: string;
  relation: "direct" | "sector";
  count: number;
  /** Where it stands first: 0 is the title, 1 the first paragraph. */
  paragraph: number;
};

/**
 * The securities that a text speaks of, most frequent first.
 * @param paragraphs the title, then the text's paragraphs
 */
export function findMentions(paragraphs: string[], index: NameIndex, cut: Cut): Mention[] {
  const lines = paragraphs.map((paragraph) => paragraph.replaceAll("\n", " "));
  const found = new Map<string, Mention>();
  let paragraph = 0;
  let end = lines[0]?.length ?? 0;
  for (const { symbol, relation, from } of findNames(lines.join("\n"), index, cut)) {
    while (from > end) end += lines[++paragraph]!.length + 1;
    const mention = found.get(symbol);
    if (mention) mention.count++;
    else found.set(symbol, { symbol, name: index.names.get(symbol)!, relation, count: 1, paragraph });
  }
  return [...found.values()].sort(
    (a, b) => b.count - a.count || a.paragraph - b.paragraph || rankOf(a.symbol) - rankOf(b.symbol),
  );
}
