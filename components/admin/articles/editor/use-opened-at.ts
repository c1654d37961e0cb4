import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useRef } from "react";

/** Leads back to what was selected at first, followed through changes of the text, wherever the caret has gone since. */
export function useOpenedAt(editor: Editor): () => void {
  const place = useRef(editor.state.selection.getBookmark());
  useEffect(() => {
    const follow = ({ transaction }: { transaction: { mapping: Parameters<typeof place.current.map>[0] } }) => {
      place.current = place.current.map(transaction.mapping);
    };
    editor.on("transaction", follow);
    return () => void editor.off("transaction", follow);
  }, [editor]);
  return useCallback(() => {
    const { state, view } = editor;
    view.dispatch(state.tr.setSelection(place.current.resolve(state.doc)));
  }, [editor]);
}
