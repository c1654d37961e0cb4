import type { Editor } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDroppedFiles } from "@/components/admin/media/use-dropped-files";
import { useUploads } from "@/components/admin/media/use-uploads";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { expectPictures, knownPictures, putPicture } from "./arriving";
import { pastedFiles } from "./pasted-files";

const isBusy = ({ state }: { state: string }) => state === "waiting" || state === "sending";

/** Picture files that are dropped anywhere on the page or pasted into the text: sent to the library, then put in place. */
export function usePictures(editor: () => Editor) {
  const [placed, setPlaced] = useState(0);
  const find = useRef(editor);
  find.current = editor;
  const view = useCallback((): EditorView | null => {
    const found = find.current();
    return found.isDestroyed ? null : found.view;
  }, []);

  const { items, add, retry, dismiss } = useUploads((picture, key) => {
    const present = view();
    if (!present) return;
    putPicture(present, key, picture);
    setPlaced((count) => count + 1);
  });
  const take = useCallback(
    (files: File[], at: number) => {
      const present = view();
      if (present) expectPictures(present, add(files), at);
    },
    [add, view],
  );

  const open = items.filter(({ state }) => state !== "done");
  const known = JSON.stringify(open.map(({ key, state }) => [key, state === "failed"]));
  useEffect(() => {
    const present = view();
    if (present) knownPictures(present, new Map(JSON.parse(known)));
  }, [known, view]);

  const isOver = useDroppedFiles(
    (files, event) => {
      const present = view();
      const inside = present?.dom.contains(event.target as Node);
      const under = inside && present?.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      take(files, typeof under === "number" ? under : (present?.state.selection.head ?? 0));
    },
    // A figure that is moved inside of the text may look like a file; a dialog takes files for itself.
    { wanted: () => view()?.editable === true && !view()?.dragging && !document.querySelector("dialog[open]") },
  );
  useLeaveGuard(open.some(isBusy));

  /** Whether the paste was of pictures; then it is done. */
  const paste = (event: ClipboardEvent): boolean => {
    const present = view();
    const files = pastedFiles(event.clipboardData);
    if (!present?.editable || files.length === 0) return false;
    event.preventDefault();
    take(files, present.state.selection.head);
    return true;
  };
  return { items: open, isBusy: open.some(isBusy), isOver, placed, paste, retry, dismiss };
}
