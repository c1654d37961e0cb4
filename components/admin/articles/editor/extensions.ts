import { type AnyExtension, Mark, type Node } from "@tiptap/core";
import { StarterKit } from "@tiptap/starter-kit";
import { Figcaption, Figure, InlinePicture, Picture } from "./figure";
import { ArticleRow, ArticleTable, HeadingCell, TextCell } from "./table";

const Subscript = Mark.create({
  name: "subscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: ({ HTMLAttributes }) => ["sub", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-,": () => this.editor.chain().unsetMark("superscript").toggleMark(this.name).run() };
  },
});

const Superscript = Mark.create({
  name: "superscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-.": () => this.editor.chain().unsetMark("subscript").toggleMark(this.name).run() };
  },
});

/** Preformatted text remembers whether it was stored without `<code>` in it. */
const keepBare = (codeBlock: Node): Node =>
  codeBlock.extend({
    addAttributes() {
      const parseHTML = (pre: HTMLElement) => pre.firstElementChild?.tagName !== "CODE";
      return { ...this.parent?.(), bare: { default: false, rendered: false, parseHTML } };
    },
    renderHTML: ({ node }) => (node.attrs.bare ? ["pre", 0] : ["pre", ["code", 0]]),
  });

/** The kit, but code may be bold as well: the grammar lets marks stand in each other. */
const fitted = (part: AnyExtension): AnyExtension => {
  if (part.name === "code") return part.extend({ excludes: "" });
  return part.name === "codeBlock" ? keepBare(part as Node) : part;
};

const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(fitted);
  },
});

/** Exactly the grammar of lib/content/grammar.ts; the server's sanitiser has the last word. */
export const articleExtensions = [
  Kit.configure({
    heading: { levels: [2, 3] },
    strike: false,
    dropcursor: { color: false, width: 2, class: "drop-line" },
    underline: false,
    link: {
      openOnClick: false,
      autolink: false,
      defaultProtocol: "https",
      protocols: ["mailto"],
      HTMLAttributes: { rel: null, target: null, class: null },
    },
  }),
  Subscript,
  Superscript,
  Figure,
  Figcaption,
  Picture,
  InlinePicture,
  ArticleTable,
  ArticleRow,
  HeadingCell,
  TextCell,
];
