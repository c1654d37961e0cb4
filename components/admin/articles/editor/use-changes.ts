import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useRef } from "react";
import { docHtml } from "./body-html";

const WAIT_MS = 200;
const LONGEST_MS = 600;

/**
 * Hands out the text after a change, but not at every key: writing out a long article takes longer than a key should.
 * The first change after a pause goes out at once (so that leaving asks), the rest when the keys rest. Before a
 * shortcut, a press on anything, a loss of focus and the end, what is still held goes out: whoever saves, saves the
 * last letter. What only the editor sees, such as an empty last line, is no change.
 */
export function useChanges(
  editor: Editor,
  box: RefObject<HTMLElement | null>,
  onChange: (html: string) => void,
  handOut: RefObject<() => void>,
) {
  const callback = useRef(onChange);
  callback.current = onChange;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    let sent = docHtml(editor.state.doc);
    const send = () => {
      clearTimeout(timer);
      timer = undefined;
      last = performance.now();
      const html = docHtml(editor.state.doc);
      if (html === sent) return;
      sent = html;
      callback.current(html);
    };
    const flush = () => timer !== undefined && send();
    const changed = () => {
      const waited = performance.now() - last;
      if (waited > LONGEST_MS) return send();
      clearTimeout(timer);
      timer = setTimeout(send, Math.min(WAIT_MS, LONGEST_MS - waited));
    };
    handOut.current = flush;
    const shortcut = ({ ctrlKey, metaKey }: KeyboardEvent) => (ctrlKey || metaKey) && flush();
    const quiet = ["pointerdown", "blur", "pagehide", "beforeunload"] as const;
    // Around the text as well: there it comes after the editor, which reads what was just typed at a key at the latest.
    // Not on the text itself, which may be put into its place later than this runs.
    const around = box.current;
    editor.on("update", changed);
    around?.addEventListener("keydown", shortcut);
    window.addEventListener("keydown", shortcut, true);
    for (const name of quiet) window.addEventListener(name, flush, true);
    return () => {
      flush();
      handOut.current = () => {};
      editor.off("update", changed);
      around?.removeEventListener("keydown", shortcut);
      window.removeEventListener("keydown", shortcut, true);
      for (const name of quiet) window.removeEventListener(name, flush, true);
    };
  }, [editor, box, handOut]);
}
