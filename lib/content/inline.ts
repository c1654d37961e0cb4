import { clean, escapeText, isBlank, type Mark } from "./grammar";

/** A run of text, a line break or an image, with the marks it stands in. */
export type Leaf = { kind: "text" | "br" | "img"; value: string; marks: readonly Mark[] };

export const isVisible = (leaf: Leaf) => leaf.kind === "img" || (leaf.kind === "text" && !isBlank(leaf.value));

const sameMark = (a: Mark, b: Mark) => a.tag === b.tag && a.attributes === b.attributes;

/** Line breaks at the start and end of a paragraph show nothing. */
export function trimBreaks(leaves: Leaf[]): Leaf[] {
  const breaks = (leaf: Leaf | undefined) => leaf?.kind === "br";
  let from = 0;
  let to = leaves.length;
  for (let seen = from; seen < to && !isVisible(leaves[seen]!); seen++) if (breaks(leaves[seen])) from = seen + 1;
  for (let seen = to - 1; seen >= from && !isVisible(leaves[seen]!); seen--) if (breaks(leaves[seen])) to = seen;
  return leaves.slice(from, to);
}

/** Which mark stands in which; the editor knows no other order, so what is stored goes through it unchanged. */
const OUTER_FIRST: readonly Mark["tag"][] = ["a", "strong", "code", "em", "sub", "sup"];
const inOrder = (marks: readonly Mark[]) =>
  marks.length < 2 ? marks : marks.toSorted((a, b) => OUTER_FIRST.indexOf(a.tag) - OUTER_FIRST.indexOf(b.tag));

/** Writes leaves as HTML. Neighbours share the marks they have in common, so equal input gives equal output. */
export function inlineHtml(leaves: Leaf[]): string {
  let html = "";
  let open: readonly Mark[] = [];
  for (const leaf of leaves) {
    const marks = inOrder(leaf.marks);
    let shared = 0;
    while (shared < open.length && shared < marks.length && sameMark(open[shared]!, marks[shared]!)) shared++;
    for (let i = open.length - 1; i >= shared; i--) html += `</${open[i]!.tag}>`;
    for (let i = shared; i < marks.length; i++) html += `<${marks[i]!.tag}${marks[i]!.attributes}>`;
    open = marks;
    html += leaf.kind === "text" ? escapeText(clean(leaf.value)) : leaf.kind === "br" ? "<br>" : leaf.value;
  }
  for (let i = open.length - 1; i >= 0; i--) html += `</${open[i]!.tag}>`;
  return html;
}
