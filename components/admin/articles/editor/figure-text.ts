import type { Editor } from "@tiptap/core";

/** Width and height where they are known; `null` takes away those of another picture. */
type Size = { width?: number | null; height?: number | null };
export type FigureText = Size & { src: string; alt: string; caption: string; credit: string };

/** Who a picture comes from, at the end of what stands below it. */
const CREDIT = /（图源：([^（）]*)）$/;
const withCredit = ({ caption, credit }: FigureText) => (credit ? `${caption}（图源：${credit}）` : caption);

/** The figure in which the selection stands, and where it begins. */
function currentFigure({ state: { selection, doc } }: Editor) {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === "figure") return { node: $from.node(depth), from: $from.before(depth) };
  }
  const node = doc.nodeAt(selection.from);
  return node?.type.name === "figure" ? { node, from: selection.from } : null;
}

/** What the figure at the selection says; null when there is none. */
export function readFigure(editor: Editor): FigureText | null {
  const found = currentFigure(editor);
  if (!found) return null;
  const attributes = found.node.firstChild?.type.name === "image" ? found.node.firstChild.attrs : {};
  const text = found.node.lastChild?.type.name === "figcaption" ? found.node.lastChild.textContent : "";
  const credit = CREDIT.exec(text)?.[1] ?? "";
  return { src: attributes.src ?? "", alt: attributes.alt ?? "", caption: text.replace(CREDIT, ""), credit };
}

/** Puts a figure at the selection, or changes the one that stands there. Its other pictures stay. */
export function writeFigure(editor: Editor, figure: FigureText) {
  const { src, alt, width, height } = figure;
  const size = width === undefined ? {} : { width, height };
  const found = currentFigure(editor);
  const before = found ? readFigure(editor) : null;
  const old = found?.node.toJSON().content ?? [];
  const images = old.filter(({ type }: { type: string }) => type === "image");
  const oldCaption = old.find(({ type }: { type: string }) => type === "figcaption");
  // A caption that was not touched keeps its marks.
  const words = withCredit(figure);
  const text = words ? [{ type: "text", text: words }] : [];
  const content = [
    { type: "image", attrs: { ...images[0]?.attrs, src, alt, ...size } },
    ...images.slice(1),
    before && withCredit(before) === words && oldCaption ? oldCaption : { type: "figcaption", content: text },
  ];
  const at = found ? { from: found.from, to: found.from + found.node.nodeSize } : editor.state.selection;
  editor.chain().focus().insertContentAt(at, { type: "figure", content }).run();
}
