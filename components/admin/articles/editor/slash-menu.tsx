"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useLayoutEffect, useRef } from "react";
import { place } from "./place";
import { runSlash, SLASH_LIST, slashKey, slashOption } from "./slash";
import { matchCommands } from "./slash-commands";
import type { Opening } from "./tools";

/** What can be put in, below the caret; on a phone a sheet. The focus stays in the text. */
export function SlashMenu({ editor, onOpen }: { editor: Editor; onOpen: (what: Opening) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const slash = useEditorState({ editor, selector: ({ editor }) => slashKey.getState(editor.state) ?? null });
  const from = slash?.from;
  const query = slash?.query;
  const index = slash?.index;

  useLayoutEffect(() => {
    if (from !== undefined && list.current) place(editor.view, list.current, { from, to: from, prefer: "below" });
  }, [editor, from, query]);
  useLayoutEffect(() => {
    if (index !== undefined) list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);

  if (!slash) return null;
  return (
    // The focus stays in the text, which names the active option; what scrolls has to be reachable all the same.
    <div ref={list} id={SLASH_LIST} className="slash" role="listbox" aria-label="插入" tabIndex={0}>
      {matchCommands(slash.query).map((command, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the text
        <div
          key={command.name}
          id={slashOption(at)}
          role="option"
          aria-selected={at === slash.index}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runSlash(editor, command, onOpen)}
        >
          <command.icon className="icon" aria-hidden />
          <span>
            <b>{command.name}</b>
            <small>{command.note}</small>
          </span>
          <kbd>{command.keys[0]}</kbd>
        </div>
      ))}
    </div>
  );
}
