import type { Node } from "@tiptap/pm/model";

export type Find = { query: string; matchCase: boolean; wholeWord: boolean };
export type Match = { from: number; to: number };

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

export function pattern({ query, matchCase, wholeWord }: Find): RegExp | null {
  if (!query) return null;
  // A word is one of letters or digits; Chinese has no blanks to tell its words by.
  const edge = (at: string, look: string) => (wholeWord && /[\p{Script=Latin}\p{N}]/u.test(at) ? look : "");
  const before = edge(query[0]!, "(?<![\\p{Script=Latin}\\p{N}])");
  const behind = edge(query.at(-1)!, "(?![\\p{Script=Latin}\\p{N}])");
  return new RegExp(before + literal(query) + behind, matchCase ? "gu" : "giu");
}

/** All places of a text, also where it runs through bold or a link. It never runs from one block into the next. */
export function findMatches(doc: Node, find: Find): Match[] {
  const search = pattern(find);
  const matches: Match[] = [];
  if (!search) return matches;
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    // A break or a picture is one sign long, in the text as in the document.
    const text = node.textBetween(0, node.content.size, undefined, "\ufffc");
    for (const match of text.matchAll(search)) {
      const from = pos + 1 + match.index;
      matches.push({ from, to: from + match[0].length });
    }
    return false;
  });
  return matches;
}
