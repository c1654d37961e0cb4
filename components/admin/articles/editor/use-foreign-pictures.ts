import type { Editor } from "@tiptap/core";
import { useCallback, useRef, useState } from "react";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { useQueue } from "@/components/admin/media/use-queue";
import { type ForeignPicture, listForeign, putForeign } from "./foreign-pictures";

export type ForeignItem = ForeignPicture & { state: "waiting" | "done" | "failed"; message: string };
type Answer = { ok: true; picture: StoredPicture } | { ok: false; message: string };

/** More at once would only wait for the same host. */
const AT_ONCE = 2;

async function adopt({ url, alt }: ForeignPicture): Promise<Answer> {
  try {
    const body = JSON.stringify({ url, alt });
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/admin/media/foreign", { method: "POST", headers, body });
    return (await response.json()) as Answer;
  } catch {
    return { ok: false, message: "服务器没有回答" };
  }
}

/** Brings the pictures of other sites that were pasted into the library, and then into the place of their links. */
export function useForeignPictures(editor: () => Editor) {
  const [items, setItems] = useState<ForeignItem[]>([]);
  const find = useRef(editor);
  find.current = editor;
  /** Waiting for, or refused: not taken again by itself. */
  const asked = useRef(new Set<string>());

  const change = useCallback((url: string, set: Partial<ForeignItem>) => {
    setItems((all) => all.map((item) => (item.url === url ? { ...item, ...set } : item)));
  }, []);

  const enqueue = useQueue(async (item: ForeignPicture) => {
    const answer = await adopt(item);
    const present = find.current();
    if (answer.ok && !present.isDestroyed) putForeign(present.view, item.url, answer.picture);
    // Pasted once more, it is taken once more.
    if (answer.ok) asked.current.delete(item.url);
    change(item.url, answer.ok ? { state: "done" } : { state: "failed", message: answer.message });
  }, AT_ONCE);

  /** Takes what the text links and was not asked for yet. */
  const take = useCallback(() => {
    const present = find.current();
    if (present.isDestroyed || !present.isEditable) return;
    const fresh = listForeign(present.state.doc).filter(({ url }) => !asked.current.has(url));
    for (const { url } of fresh) asked.current.add(url);
    const waiting = fresh.map((one): ForeignItem => ({ ...one, state: "waiting", message: "" }));
    setItems((all) => (all.some(({ state }) => state === "waiting") ? [...all, ...waiting] : waiting));
    enqueue(fresh);
  }, [enqueue]);

  const retry = useCallback(() => {
    const failed = items.filter(({ state }) => state === "failed");
    for (const { url } of failed) change(url, { state: "waiting", message: "" });
    enqueue(failed);
  }, [change, enqueue, items]);

  return { items, take, retry, forget: () => setItems([]) };
}
