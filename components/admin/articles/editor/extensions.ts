import { Mark } from "@tiptap/core";
import { TableCell, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { Figcaption, Figure, Picture } from "./figure";
import { ArticleTable, HeadingCell } from "./table";

const Subscript = Mark.create({
  name: "subscript",
  excludes: "superscript",
  parseHTML: () => [{ tag: "sub" }],
  renderHTML: ({ HTMLAttributes }) => ["sub", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-,": () => this.editor.commands.toggleMark(this.name) };
  },
});

const Superscript = Mark.create({
  name: "superscript",
  excludes: "subscript",
  parseHTML: () => [{ tag: "sup" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-.": () => this.editor.commands.toggleMark(this.name) };
  },
});

/** The kit, but code may be bold as well: the grammar lets marks stand in each other. */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((part) => (part.name === "code" ? part.extend({ excludes: "" }) : part));
  },
});

/** Exactly the grammar of lib/content/grammar.ts; the server's sanitiser has the last word. */
export const articleExtensions = [
  Kit.configure({
    heading: { levels: [2, 3] },
    strike: false,
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
  ArticleTable,
  TableRow,
  HeadingCell,
  TableCell,
];
