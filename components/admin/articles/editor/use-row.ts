import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type RefObject, useEffect } from "react";

/**
 * A row of fields below the toolbar, no form of its own because it stands inside the article's: the first field has the
 * focus, Enter applies, Escape leads back to the text.
 */
export function useRow(editor: Editor, box: RefObject<HTMLElement | null>, apply: () => void, onClose: () => void) {
  useEffect(() => box.current?.querySelector("input")?.focus(), [box]);

  function close() {
    editor.commands.focus();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLElement && event.target.closest("dialog")) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && !event.nativeEvent.isComposing) {
      event.preventDefault();
      apply();
    }
  }
  return { close, onKeyDown };
}
