import { mergeAttributes, Node } from "@tiptap/core";
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
