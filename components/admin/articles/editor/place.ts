import type { EditorView } from "@tiptap/pm/view";

const GAP = 6;

/** Where the tools end; nothing floats over them, whether they stand above the text or stick to the screen. */
const toolsEnd = (view: EditorView) =>
  view.dom.closest(".body-box")?.querySelector(".fmt")?.getBoundingClientRect().bottom ?? 0;

type Span = { from: number; to: number; prefer: "above" | "below" };

/** Puts a floating part beside a span of the text, where there is room. A sheet is placed by its style; the text makes way. */
export function place(view: EditorView, float: HTMLElement, { from, to, prefer }: Span) {
  const frame = float.offsetParent?.getBoundingClientRect();
  const start = view.coordsAtPos(from);
  const end = view.coordsAtPos(to, -1);
  if (getComputedStyle(float).position === "fixed" || !frame) {
    const hidden = end.bottom + GAP - float.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, hidden);
    return;
  }
  const height = float.offsetHeight + GAP;
  const fitsAbove = start.top - height >= toolsEnd(view);
  const fitsBelow = end.bottom + height < window.innerHeight;
  const above = prefer === "above" ? fitsAbove || !fitsBelow : !fitsBelow && fitsAbove;
  const top = above ? start.top - height : end.bottom + GAP;
  const left = Math.max(0, Math.min(start.left - frame.left, frame.width - float.offsetWidth));
  float.style.insetBlockStart = `${top - frame.top}px`;
  float.style.insetInlineStart = `${left}px`;
}
