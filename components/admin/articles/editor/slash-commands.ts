import type { Editor } from "@tiptap/core";
import {
  Heading2,
  Heading3,
  ImageIcon,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Newspaper,
  Quote,
  Search,
  SquareCode,
  Table2,
} from "lucide-react";
import type { Opening } from "./tools";

export type SlashCommand = {
  name: string;
  note: string;
  /** Initials first, then the whole in pinyin; written by hand, a dictionary would be a megabyte. */
  keys: string[];
  icon: LucideIcon;
  run: (editor: Editor, open: (what: Opening) => void) => void;
};

const at = (editor: Editor) => editor.chain().focus();

export const SLASH_COMMANDS: SlashCommand[] = [
  {
    name: "小标题",
    note: "段落之间的标题",
    keys: ["xbt", "xiaobiaoti", "h2"],
    icon: Heading2,
    run: (e) => at(e).setHeading({ level: 2 }).run(),
  },
  {
    name: "次级小标题",
    note: "小标题之下再分",
    keys: ["cjxbt", "cijixiaobiaoti", "h3"],
    icon: Heading3,
    run: (e) => at(e).setHeading({ level: 3 }).run(),
  },
  {
    name: "列表",
    note: "一条一行",
    keys: ["lb", "liebiao"],
    icon: List,
    run: (e) => at(e).toggleBulletList().run(),
  },
  {
    name: "编号列表",
    note: "一、二、三",
    keys: ["bhlb", "bianhaoliebiao"],
    icon: ListOrdered,
    run: (e) => at(e).toggleOrderedList().run(),
  },
  {
    name: "引用",
    note: "说话人另起一行",
    keys: ["yy", "yinyong"],
    icon: Quote,
    run: (e) => at(e).toggleBlockquote().run(),
  },
  {
    name: "表格",
    note: "三列，带表头",
    keys: ["bg", "biaoge"],
    icon: Table2,
    run: (e) => at(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: "图片",
    note: "图注、替代文字、出处",
    keys: ["tp", "tupian"],
    icon: ImageIcon,
    run: (_, open) => open("figure"),
  },
  { name: "链接", note: "网址或站内地址", keys: ["lj", "lianjie"], icon: Link2, run: (_, open) => open("link") },
  {
    name: "代码段",
    note: "等宽，照原样换行",
    keys: ["dmd", "daimaduan"],
    icon: SquareCode,
    run: (e) => at(e).toggleCodeBlock().run(),
  },
  {
    name: "分隔线",
    note: "话题之间",
    keys: ["fgx", "fengexian"],
    icon: Minus,
    run: (e) => at(e).setHorizontalRule().run(),
  },
  {
    name: "文章来源",
    note: "写明出自哪家媒体",
    keys: ["ly", "wzly", "laiyuan", "wenzhanglaiyuan"],
    icon: Newspaper,
    run: (_, open) => open("source"),
  },
  {
    name: "查找替换",
    note: "Ctrl+F",
    keys: ["cz", "th", "chazhao", "tihuan", "chazhaotihuan"],
    icon: Search,
    run: (_, open) => open("find"),
  },
];

/** What fits the typed word: Chinese name, pinyin or initials. An input method's blanks and apostrophes are no letters. */
export function matchCommands(query: string): SlashCommand[] {
  const word = query.toLowerCase().replace(/[\s'’]/g, "");
  if (!word) return SLASH_COMMANDS;
  return SLASH_COMMANDS.filter(({ name, keys }) => name.includes(word) || keys.some((key) => key.startsWith(word)));
}
