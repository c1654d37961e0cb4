import { type Editor, mergeAttributes, Node } from "@tiptap/core";
import { Image } from "@tiptap/extension-image";

/** Pictures and what stands below them. A picture never stands outside of a figure. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  content: "image* figcaption?",
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: "figure" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes), 0],
});

export const Figcaption = Node.create({
  name: "figcaption",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: "figcaption" }],
  renderHTML: ({ HTMLAttributes }) => ["figcaption", mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    // A caption is one line; Enter goes on behind the picture.
    const leave = () => {
      const { $from } = this.editor.state.selection;
      if ($from.parent.type.name !== this.name) return false;
      const behind = $from.after($from.depth - 1);
      return this.editor
        .chain()
        .insertContentAt(behind, { type: "paragraph" })
        .focus(behind + 1)
        .run();
    };
    return { Enter: leave };
  },
});

/** A picture that is a link keeps where it leads. */
export const Picture = Image.extend({
  group: "",
  parseHTML: () => [{ tag: "img[src]", context: "figure/" }],
  addAttributes() {
    return {
      ...this.parent?.(),
      href: { default: null, parseHTML: (element: HTMLElement) => element.closest("a")?.getAttribute("href") ?? null },
    };
  },
  renderHTML({ HTMLAttributes: { href, ...attributes } }) {
    return href ? ["a", { href }, ["img", attributes]] : ["img", attributes];
  },
}).configure({ inline: false, allowBase64: false });

/** A picture among words, as old stories have them. New ones get a figure. */
export const InlinePicture = Image.extend({
  name: "inlinePicture",
  group: "inline",
  inline: true,
  parseHTML: () => [{ tag: "img[src]" }],
  addInputRules: () => [],
  addCommands: () => ({}),
}).configure({ inline: true, allowBase64: false });

export type FigureText = { src: string; alt: string; caption: string };

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
  const caption = found.node.lastChild?.type.name === "figcaption" ? found.node.lastChild.textContent : "";
  return { src: attributes.src ?? "", alt: attributes.alt ?? "", caption };
}

/** Puts a figure at the selection, or changes the one that stands there. Its other pictures stay. */
export function writeFigure(editor: Editor, { src, alt, caption }: FigureText) {
  const found = currentFigure(editor);
  const before = found ? readFigure(editor) : null;
  const old = found?.node.toJSON().content ?? [];
  const images = old.filter(({ type }: { type: string }) => type === "image");
  const oldCaption = old.find(({ type }: { type: string }) => type === "figcaption");
  // A caption that was not touched keeps its marks.
  const text = caption ? [{ type: "text", text: caption }] : [];
  const content = [
    { type: "image", attrs: { ...images[0]?.attrs, src, alt } },
    ...images.slice(1),
    before && before.caption === caption && oldCaption ? oldCaption : { type: "figcaption", content: text },
  ];
  const at = found ? { from: found.from, to: found.from + found.node.nodeSize } : editor.state.selection;
  editor.chain().focus().insertContentAt(at, { type: "figure", content }).run();
}
