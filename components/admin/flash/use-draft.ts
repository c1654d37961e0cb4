"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { blankDraft, type FlashDraft, readDraft, writeDraft } from "./draft";

export type Change = Partial<FlashDraft> | ((draft: FlashDraft) => Partial<FlashDraft>);

/**
 * The flash that is being written. Every change is kept in this browser before the next key: in localStorage, where it
 * outlives the window, or in sessionStorage while another window of the desk has the first one.
 */
export function useDraft(userId: string) {
  const [draft, setDraft] = useState<FlashDraft | null>(null);
  const [isKept, setKept] = useState(true);
  const store = useRef<{ storage: Storage; draft: FlashDraft } | null>(null);
  const key = `finews-flash:${userId}`;

  useEffect(() => {
    const left = new AbortController();
    const begin = (storage: Storage) => {
      if (left.signal.aborted) return;
      store.current = { storage, draft: readDraft(storage, key) };
      setDraft(store.current.draft);
    };
    const untilLeft = () => new Promise<void>((done) => left.signal.addEventListener("abort", () => done()));
    // Without a secure address the browser has no locks; then the window that wrote last is the one that is kept.
    if (!navigator.locks) begin(localStorage);
    else
      navigator.locks
        .request(key, { ifAvailable: true }, async (lock) => {
          begin(lock ? localStorage : sessionStorage);
          if (lock) await untilLeft();
        })
        .catch(() => begin(sessionStorage));
    return () => left.abort();
  }, [key]);

  /** Two changes may come before the next render: each is made to what the one before left. */
  const change = useCallback(
    (what: Change) => {
      if (!store.current) return;
      const { storage, draft } = store.current;
      const next = { ...draft, ...(typeof what === "function" ? what(draft) : what) };
      store.current = { storage, draft: next };
      setDraft(next);
      setKept(writeDraft(storage, key, next));
    },
    [key],
  );
  const renew = useCallback(() => change(blankDraft()), [change]);
  return { draft, isKept, change, renew };
}
