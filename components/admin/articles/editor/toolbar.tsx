"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Code,
  CornerDownLeft,
  Heading2,
  Heading3,
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

type Tool = { name: string; keys?: string; icon: LucideIcon; mark?: [string, object?]; run: (editor: Editor) => void };

const TOOLS: Tool[] = [
  {
    name: "小标题",
    keys: "Ctrl+Alt+2",
    icon: Heading2,
    mark: ["heading", { level: 2 }],
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: "次级小标题",
    keys: "Ctrl+Alt+3",
    icon: Heading3,
    mark: ["heading", { level: 3 }],
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  { name: "加粗", keys: "Ctrl+B", icon: Bold, mark: ["bold"], run: (e) => e.chain().focus().toggleBold().run() },
  { name: "斜体", keys: "Ctrl+I", icon: Italic, mark: ["italic"], run: (e) => e.chain().focus().toggleItalic().run() },
  {
    name: "列表",
    keys: "Ctrl+Shift+8",
    icon: List,
    mark: ["bulletList"],
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: "编号列表",
    keys: "Ctrl+Shift+7",
    icon: ListOrdered,
    mark: ["orderedList"],
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "引用",
    keys: "Ctrl+Shift+B",
    icon: Quote,
    mark: ["blockquote"],
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "表格",
    icon: Table2,
    mark: ["table"],
    run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: "下标",
    keys: "Ctrl+,",
    icon: Subscript,
    mark: ["subscript"],
    run: (e) => e.chain().focus().toggleMark("subscript").run(),
  },
  {
    name: "上标",
    keys: "Ctrl+.",
    icon: Superscript,
    mark: ["superscript"],
    run: (e) => e.chain().focus().toggleMark("superscript").run(),
  },
  { name: "代码", keys: "Ctrl+E", icon: Code, mark: ["code"], run: (e) => e.chain().focus().toggleCode().run() },
  {
    name: "代码段",
    keys: "Ctrl+Alt+C",
    icon: SquareCode,
    mark: ["codeBlock"],
    run: (e) => e.chain().focus().toggleCodeBlock().run(),
  },
  { name: "换行", keys: "Shift+Enter", icon: CornerDownLeft, run: (e) => e.chain().focus().setHardBreak().run() },
  { name: "分隔线", icon: Minus, run: (e) => e.chain().focus().setHorizontalRule().run() },
  { name: "撤销", keys: "Ctrl+Z", icon: Undo2, run: (e) => e.chain().focus().undo().run() },
  { name: "重做", keys: "Ctrl+Shift+Z", icon: Redo2, run: (e) => e.chain().focus().redo().run() },
];

const TABLE_TOOLS: [string, (editor: Editor) => void][] = [
  ["加行", (e) => e.chain().focus().addRowAfter().run()],
  ["删行", (e) => e.chain().focus().deleteRow().run()],
  ["加列", (e) => e.chain().focus().addColumnAfter().run()],
  ["删列", (e) => e.chain().focus().deleteColumn().run()],
  ["表头", (e) => e.chain().focus().toggleHeaderRow().run()],
  ["删表", (e) => e.chain().focus().deleteTable().run()],
];

/** One stop for Tab, arrows inside. */
export function FormatToolbar({ editor, onLink }: { editor: Editor; onLink: () => void }) {
  const active = useEditorState({
    editor,
    selector: ({ editor }) =>
      [
        ...TOOLS.filter(({ mark }) => mark && editor.isActive(...mark)).map(({ name }) => name),
        editor.isActive("link") ? "链接" : "",
      ].join(","),
  }).split(",");
  const pressed = (name: string) => active.includes(name);
  return (
    <Toolbar.Root className="fmt" aria-label="格式">
      {TOOLS.slice(0, 7).map((tool) => (
        <ToolButton key={tool.name} tool={tool} editor={editor} pressed={pressed(tool.name)} />
      ))}
      <Toolbar.Button
        type="button"
        aria-label="链接"
        title="链接（Ctrl+K）"
        aria-pressed={pressed("链接")}
        onClick={onLink}
      >
        <Link2 className="icon" aria-hidden />
      </Toolbar.Button>
      {TOOLS.slice(7).map((tool) => (
        <ToolButton key={tool.name} tool={tool} editor={editor} pressed={pressed(tool.name)} />
      ))}
      {pressed("表格") &&
        TABLE_TOOLS.map(([name, run]) => (
          <Toolbar.Button key={name} type="button" className="word" onClick={() => run(editor)}>
            {name}
          </Toolbar.Button>
        ))}
    </Toolbar.Root>
  );
}

function ToolButton({ tool, editor, pressed }: { tool: Tool; editor: Editor; pressed: boolean }) {
  const Icon = tool.icon;
  return (
    <Toolbar.Button
      type="button"
      aria-label={tool.name}
      title={tool.keys ? `${tool.name}（${tool.keys}）` : tool.name}
      aria-pressed={tool.mark ? pressed : undefined}
      onClick={() => tool.run(editor)}
    >
      <Icon className="icon" aria-hidden />
    </Toolbar.Button>
  );
}
