import type { Editor } from "@tiptap/core";
import {
  Bold,
  Code,
  CornerDownLeft,
  Heading2,
  Heading3,
  ImageIcon,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  SquareCode,
  Subscript,
  Superscript,
  Table2,
  Undo2,
} from "lucide-react";

export type Opening = "link" | "figure";
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

/** One for every element of the grammar; the most used come first, because a phone shows only those. */
export const TOOLS: Tool[] = [
  { name: "小标题", keys: "Ctrl+Alt+2", icon: Heading2, mark: ["heading", { level: 2 }], run: heading(2) },
  { name: "次级小标题", keys: "Ctrl+Alt+3", icon: Heading3, mark: ["heading", { level: 3 }], run: heading(3) },
  { name: "加粗", keys: "Ctrl+B", icon: Bold, mark: ["bold"], run: (e) => at(e).toggleBold().run() },
  { name: "斜体", keys: "Ctrl+I", icon: Italic, mark: ["italic"], run: (e) => at(e).toggleItalic().run() },
  { name: "列表", keys: "Ctrl+Shift+8", icon: List, mark: ["bulletList"], run: (e) => at(e).toggleBulletList().run() },
  {
    name: "编号列表",
    keys: "Ctrl+Shift+7",
    icon: ListOrdered,
    mark: ["orderedList"],
    run: (e) => at(e).toggleOrderedList().run(),
  },
  { name: "引用", keys: "Ctrl+Shift+B", icon: Quote, mark: ["blockquote"], run: (e) => at(e).toggleBlockquote().run() },
  { name: "链接", keys: "Ctrl+K", icon: Link2, mark: ["link"], opens: "link" },
  { name: "图片", icon: ImageIcon, mark: ["figure"], opens: "figure" },
  {
    name: "表格",
    icon: Table2,
    mark: ["table"],
    run: (e) => at(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: "下标",
    keys: "Ctrl+,",
    icon: Subscript,
    mark: ["subscript"],
    run: (e) => at(e).toggleMark("subscript").run(),
  },
  {
    name: "上标",
    keys: "Ctrl+.",
    icon: Superscript,
    mark: ["superscript"],
    run: (e) => at(e).toggleMark("superscript").run(),
  },
  { name: "代码", keys: "Ctrl+E", icon: Code, mark: ["code"], run: (e) => at(e).toggleCode().run() },
  {
    name: "代码段",
    keys: "Ctrl+Alt+C",
    icon: SquareCode,
    mark: ["codeBlock"],
    run: (e) => at(e).toggleCodeBlock().run(),
  },
  { name: "换行", keys: "Shift+Enter", icon: CornerDownLeft, run: (e) => at(e).setHardBreak().run() },
  { name: "分隔线", icon: Minus, run: (e) => at(e).setHorizontalRule().run() },
  { name: "撤销", keys: "Ctrl+Z", icon: Undo2, run: (e) => at(e).undo().run() },
  { name: "重做", keys: "Ctrl+Shift+Z", icon: Redo2, run: (e) => at(e).redo().run() },
];

/** Shown while the selection stands in a table. */
export const TABLE_TOOLS: [string, (editor: Editor) => void][] = [
  ["加行", (e) => at(e).addRowAfter().run()],
  ["删行", (e) => at(e).deleteRow().run()],
  ["加列", (e) => at(e).addColumnAfter().run()],
  ["删列", (e) => at(e).deleteColumn().run()],
  ["表头行", (e) => at(e).toggleHeaderRow().run()],
  ["表头列", (e) => at(e).toggleHeaderColumn().run()],
  ["删表", (e) => at(e).deleteTable().run()],
];
