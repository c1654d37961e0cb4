"use client";

import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef } from "react";

/** Where a link leads. Not a form of its own: it stands inside the article's. */
export function LinkRow({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  function apply() {
    const href = input.current?.value.trim() ?? "";
    const range = editor.chain().focus().extendMarkRange("link");
    if (!href) range.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      range.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else range.setLink({ href }).run();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.preventDefault();
      editor.commands.focus();
      onClose();
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      apply();
    }
  }

  return (
    <div className="linkrow">
      <input
        ref={input}
        type="url"
        aria-label="链接地址"
        placeholder="https://…，留空去掉链接"
        defaultValue={editor.getAttributes("link").href ?? ""}
        onKeyDown={onKeyDown}
      />
      <button className="btn" type="button" onClick={apply}>
        好
      </button>
    </div>
  );
}
