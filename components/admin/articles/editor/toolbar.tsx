"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { CodeXml, Maximize2, Minimize2, Search } from "lucide-react";
import type { KeyboardEvent } from "react";
import { canTable, runTableTool, TABLE_TOOLS } from "./table-tools";
import { Tally } from "./tally";
import { type Opening, TOOLS } from "./tools";

type Props = {
  editor: Editor;
  full: boolean;
  onOpen: (what: Opening) => void;
  onFull: () => void;
  onSource: () => void;
};

/** One stop for Tab, arrows inside, Escape back to the text. */
export function FormatToolbar({ editor, full, onOpen, onFull, onSource }: Props) {
  const { active, table } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      active: TOOLS.filter(({ mark }) => mark && editor.isActive(...mark)).map(({ name }) => name),
      table: editor.isActive("table") ? TABLE_TOOLS.map((tool) => canTable(editor, tool)) : null,
    }),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    editor.commands.focus();
  };
  return (
    <Toolbar.Root className="fmt" aria-label="格式" aria-keyshortcuts="Alt+F10" onKeyDown={onKeyDown}>
      <div className="fmt-bar">
        <div className="fmt-row">
          {TOOLS.map(({ name, keys, icon: Icon, mark, opens, run }) => (
            <Toolbar.Button
              key={name}
              type="button"
              aria-label={name}
              title={keys ? `${name}（${keys}）` : name}
              aria-pressed={mark ? active.includes(name) : undefined}
              onClick={() => (opens ? onOpen(opens) : run?.(editor))}
            >
              <Icon className="icon" aria-hidden />
            </Toolbar.Button>
          ))}
        </div>
        <Tally editor={editor} />
        <Toolbar.Button type="button" aria-label="查找" title="查找替换（Ctrl+F）" onClick={() => onOpen("find")}>
          <Search className="icon" aria-hidden />
        </Toolbar.Button>
        <Toolbar.Button type="button" aria-label="源码" title="源码" onClick={onSource}>
          <CodeXml className="icon" aria-hidden />
        </Toolbar.Button>
        <Toolbar.Button
          type="button"
          aria-label="全屏"
          title="全屏（Ctrl+Shift+F）"
          aria-pressed={full}
          onClick={() => {
            onFull();
            editor.commands.focus();
          }}
        >
          {full ? <Minimize2 className="icon" aria-hidden /> : <Maximize2 className="icon" aria-hidden />}
        </Toolbar.Button>
      </div>
      {table && (
        <div className="fmt-row">
          {TABLE_TOOLS.map((tool, index) => (
            <Toolbar.Button
              key={tool.name}
              type="button"
              className="word"
              disabled={!table[index]}
              onClick={() => runTableTool(editor, tool)}
            >
              {tool.name}
            </Toolbar.Button>
          ))}
        </div>
      )}
    </Toolbar.Root>
  );
}
