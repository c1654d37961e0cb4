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

/** Writes leaves as HTML. Neighbours share the marks they have in common, so equal input gives equal output. */
export function inlineHtml(leaves: Leaf[]): string {
  let html = "";
  let open: readonly Mark[] = [];
  for (const leaf of leaves) {
    let shared = 0;
    while (shared < open.length && shared < leaf.marks.length && sameMark(open[shared]!, leaf.marks[shared]!)) shared++;
    for (let i = open.length - 1; i >= shared; i--) html += `</${open[i]!.tag}>`;
    for (let i = shared; i < leaf.marks.length; i++) html += `<${leaf.marks[i]!.tag}${leaf.marks[i]!.attributes}>`;
    open = leaf.marks;
    html += leaf.kind === "text" ? escapeText(clean(leaf.value)) : leaf.kind === "br" ? "<br>" : leaf.value;
  }
  for (let i = open.length - 1; i >= 0; i--) html += `</${open[i]!.tag}>`;
  return html;
}
