import type { Editor } from "@tiptap/core";
import type { Node, Schema } from "@tiptap/pm/model";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { figureCaption, readCaption } from "@/lib/media/addresses";

/** Width and height where they are known; `null` takes away those of another picture. */
type Size = { width?: number | null; height?: number | null };
export type FigureText = Size & { src: string; alt: string; caption: string; credit: string };

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
  return { src: attributes.src ?? "", alt: attributes.alt ?? "", ...readCaption(text) };
}

/** A picture as it comes from the library, with what the library says of it. */
export function figureNode(schema: Schema, { src, alt, width, height, ...said }: StoredPicture): Node {
  const words = figureCaption(said);
  const image = schema.node("image", { src, alt, width, height });
  return schema.node("figure", null, [image, schema.node("figcaption", null, words ? [schema.text(words)] : [])]);
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
  const words = figureCaption(figure);
  const text = words ? [{ type: "text", text: words }] : [];
  const content = [
    { type: "image", attrs: { ...images[0]?.attrs, src, alt, ...size } },
    ...images.slice(1),
    before && figureCaption(before) === words && oldCaption ? oldCaption : { type: "figcaption", content: text },
  ];
  const at = found ? { from: found.from, to: found.from + found.node.nodeSize } : editor.state.selection;
  editor.chain().focus().insertContentAt(at, { type: "figure", content }).run();
}
