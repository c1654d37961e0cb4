"use client";

import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { BulkProgress } from "@/lib/bulk/report";

/** This tab's act: it is still spoken of on the next page of the list. */
const KEY = "finews.bulk";
const PAUSE_MS = 400;

const stored = () => sessionStorage.getItem(KEY);
const never = () => () => {};

type Progress = { known: BulkProgress | null; isOffline: boolean };
const UNKNOWN: Progress = { known: null, isOffline: false };

/** How far the act is that this tab began, or that this person has under way (`open`). */
export function useBulk(open: string | null, onFinished: () => void) {
  const remembered = useSyncExternalStore(never, stored, () => null);
  const [begun, setBegun] = useState(open);
  const [isDismissed, setDismissed] = useState(false);
  const [progress, setProgress] = useState<Progress>(UNKNOWN);
  const id = isDismissed ? null : (begun ?? remembered);

  useEffect(() => {
    if (!id) return;
    let timer: ReturnType<typeof setTimeout>;
    let wasWorking = false;
    let isOver = false;
    const again = () => {
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    async function look() {
      const answer = await fetch(`/api/admin/bulk?id=${id}`).catch(() => null);
      if (isOver) return;
      if (!answer || answer.status >= 500) {
        setProgress((old) => ({ ...old, isOffline: true }));
        return again();
      }
      if (!answer.ok) return sessionStorage.removeItem(KEY);
      const known: BulkProgress = await answer.json();
      if (isOver) return;
      setProgress({ known, isOffline: false });
      if (!known.isFinished) {
        wasWorking = true;
        return again();
      }
      if (wasWorking || begun === id) onFinished();
    }
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, begun, onFinished]);

  const begin = useCallback((next: string) => {
    sessionStorage.setItem(KEY, next);
    setProgress(UNKNOWN);
    setDismissed(false);
    setBegun(next);
  }, []);
  const dismiss = useCallback(() => {
    sessionStorage.removeItem(KEY);
    setDismissed(true);
    setProgress(UNKNOWN);
  }, []);
  return { id, ...progress, begin, dismiss };
}
