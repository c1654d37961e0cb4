import type { Editor } from "@tiptap/core";
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  ImageIcon,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Subscript,
  Superscript,
  Table2,
  Undo2,
} from "lucide-react";

/** `source` is the field of the panel that names where an article comes from. */
export type Opening = "link" | "figure" | "find" | "source";
export type Tool = {
  name: string;
  keys?: string;
  icon: LucideIcon;
  /** What makes it look pressed. */
  mark?: [string, object?];
  /** Opens a row of fields below the toolbar instead of acting at once. */
  opens?: Opening;
  run?: (editor: Editor) => void;
};

const at = (editor: Editor) => editor.chain().focus();
const heading = (level: 2 | 3) => (e: Editor) => at(e).toggleHeading({ level }).run();

const script = (name: "subscript" | "superscript", other: string) => (e: Editor) =>
  at(e).unsetMark(other).toggleMark(name).run();

const H2: Tool = {
  name: "小标题",
  keys: "Ctrl+Alt+2",
  icon: Heading2,
  mark: ["heading", { level: 2 }],
  run: heading(2),
};
const BOLD: Tool = { name: "加粗", keys: "Ctrl+B", icon: Bold, mark: ["bold"], run: (e) => at(e).toggleBold().run() };
const ITALIC: Tool = {
  name: "斜体",
  keys: "Ctrl+I",
  icon: Italic,
  mark: ["italic"],
  run: (e) => at(e).toggleItalic().run(),
};
const LINK: Tool = { name: "链接", keys: "Ctrl+K", icon: Link2, mark: ["link"], opens: "link" };

/** The most used come first, because a phone shows only those. The rest: MARK_TOOLS and the slash menu. */
export const TOOLS: Tool[] = [
  H2,
  { name: "次级小标题", keys: "Ctrl+Alt+3", icon: Heading3, mark: ["heading", { level: 3 }], run: heading(3) },
  BOLD,
  ITALIC,
  { name: "列表", keys: "Ctrl+Shift+8", icon: List, mark: ["bulletList"], run: (e) => at(e).toggleBulletList().run() },
  {
    name: "编号列表",
    keys: "Ctrl+Shift+7",
    icon: ListOrdered,
    mark: ["orderedList"],
    run: (e) => at(e).toggleOrderedList().run(),
  },
  { name: "引用", keys: "Ctrl+Shift+B", icon: Quote, mark: ["blockquote"], run: (e) => at(e).toggleBlockquote().run() },
  LINK,
  { name: "图片", icon: ImageIcon, mark: ["figure"], opens: "figure" },
  {
    name: "表格",
    icon: Table2,
    mark: ["table"],
    run: (e) => at(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { name: "撤销", keys: "Ctrl+Z", icon: Undo2, run: (e) => at(e).undo().run() },
  { name: "重做", keys: "Ctrl+Shift+Z", icon: Redo2, run: (e) => at(e).redo().run() },
];

/** For selected words. */
export const MARK_TOOLS: Tool[] = [
  BOLD,
  ITALIC,
  LINK,
  { name: "代码", keys: "Ctrl+E", icon: Code, mark: ["code"], run: (e) => at(e).toggleCode().run() },
  { name: "下标", keys: "Ctrl+,", icon: Subscript, mark: ["subscript"], run: script("subscript", "superscript") },
  { name: "上标", keys: "Ctrl+.", icon: Superscript, mark: ["superscript"], run: script("superscript", "subscript") },
  H2,
];
