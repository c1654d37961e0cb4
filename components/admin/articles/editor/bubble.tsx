"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { place } from "./place";
import { MARK_TOOLS, type Opening } from "./tools";

/** Where the bubble belongs; null when nothing is selected that could be marked. */
function span({ state, view }: Editor): { from: number; to: number } | null {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.empty || view.composing) return null;
  if (selection.$from.parent.type.spec.code || state.doc.textBetween(selection.from, selection.to).trim() === "")
    return null;
  return { from: selection.from, to: selection.to };
}

/** Marks for the selected words. Behind the text in order, so that Tab leads there; Escape leads back. */
export function Bubble({ editor, onOpen }: { editor: Editor; onOpen: (what: Opening) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      span: span(editor),
      active: MARK_TOOLS.filter(({ mark }) => mark && editor.isActive(...mark)).map(({ name }) => name),
    }),
  });
  const from = state.span?.from;
  const to = state.span?.to;

  useEffect(() => {
    // While a mouse draws the selection, nothing gets in its way.
    // Looked up at each event: the text may be put into its place later than this runs.
    const inside = (target: EventTarget | null) => target instanceof Node && editor.view.dom.contains(target);
    const hide = ({ target }: Event) => inside(target) && setShown(false);
    const show = () => setShown(editor.isFocused || box.current?.contains(document.activeElement) === true);
    const blurred = () => setTimeout(show);
    const shows = ["pointerup", "keyup"] as const;
    window.addEventListener("compositionstart", hide);
    window.addEventListener("pointerdown", hide);
    for (const name of shows) window.addEventListener(name, show);
    editor.on("blur", blurred);
    return () => {
      window.removeEventListener("compositionstart", hide);
      window.removeEventListener("pointerdown", hide);
      for (const name of shows) window.removeEventListener(name, show);
      editor.off("blur", blurred);
    };
  }, [editor]);

  useLayoutEffect(() => {
    if (shown && box.current && from !== undefined && to !== undefined) {
      place(editor.view, box.current, { from, to, prefer: "above" });
    }
  }, [editor, shown, from, to]);

  if (!shown || !state.span) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    editor.commands.focus();
  };
  return (
    <Toolbar.Root ref={box} className="bubble" aria-label="选中的文字" onKeyDown={onKeyDown}>
      {MARK_TOOLS.map(({ name, keys, icon: Icon, mark, opens, run }) => (
        <Toolbar.Button
          key={name}
          type="button"
          aria-label={name}
          title={keys ? `${name}（${keys}）` : name}
          aria-pressed={mark ? state.active.includes(name) : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (opens ? onOpen(opens) : run?.(editor))}
        >
          <Icon className="icon" aria-hidden />
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  );
}
