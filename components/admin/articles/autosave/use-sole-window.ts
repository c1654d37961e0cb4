"use client";

import { useCallback, useEffect, useState } from "react";

/** Whether another window of this browser writes the article already. Two would overwrite each other's draft. */
export function useSoleWindow(articleId: string) {
  const [isTaken, setTaken] = useState(false);
  const name = `finews:writing:${articleId}`;
  useEffect(() => {
    // Without a secure address the browser has no locks; then the order of the drafts alone decides.
    if (!navigator.locks) return;
    const left = new AbortController();
    const untilLeft = () => new Promise<void>((done) => left.signal.addEventListener("abort", () => done()));
    // A moment later: in development React runs this twice, and the first one must not stand in the way of the second.
    const timer = setTimeout(() => {
      navigator.locks
        .request(name, { ifAvailable: true }, async (lock) => {
          if (lock) return untilLeft();
          if (!left.signal.aborted) setTaken(true);
        })
        .catch(() => setTaken(true));
    });
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [name]);

  /** Takes it from the other window, which stops writing, and begins anew with its newest text. */
  const take = useCallback(async () => {
    await navigator.locks.request(name, { steal: true }, async () => {});
    window.location.reload();
  }, [name]);
  return { isTaken, take };
}
