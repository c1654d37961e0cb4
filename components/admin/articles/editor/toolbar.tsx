"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import type { KeyboardEvent } from "react";
import { type Opening, TABLE_TOOLS, TOOLS } from "./tools";

type Props = { editor: Editor; onOpen: (what: Opening) => void };

/** One stop for Tab, arrows inside, Escape back to the text. */
export function FormatToolbar({ editor, onOpen }: Props) {
  const active = useEditorState({
    editor,
    selector: ({ editor }) =>
      TOOLS.filter(({ mark }) => mark && editor.isActive(...mark))
        .map(({ name }) => name)
        .join(","),
  }).split(",");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") editor.commands.focus();
  };
  return (
    <Toolbar.Root className="fmt" aria-label="格式" aria-keyshortcuts="Alt+F10" onKeyDown={onKeyDown}>
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
      {active.includes("表格") && (
        <div className="fmt-row">
          {TABLE_TOOLS.map(([name, run]) => (
            <Toolbar.Button key={name} type="button" className="word" onClick={() => run(editor)}>
              {name}
            </Toolbar.Button>
          ))}
        </div>
      )}
    </Toolbar.Root>
  );
}
