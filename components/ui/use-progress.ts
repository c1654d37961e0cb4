"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const PAUSE_MS = 700;

/** What is left, as one says it. */
export const sayLeft = (seconds: number) => (seconds < 60 ? "不到 1 分钟" : `约 ${Math.ceil(seconds / 60)} 分钟`);

/**
 * Asks how far work in the background is, until it is over; then the page is read anew.
 * @returns what was heard last and when (ms since 1970), and whether nobody answers
 */
export function useProgress<Progress extends { isUnderWay: boolean }>(address: string, begun: Progress | null = null) {
  const router = useRouter();
  const [heard, setHeard] = useState({ known: begun, at: 0 });
  const [isOffline, setOffline] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      const answer = await fetch(address).catch(() => null);
      if (isOver) return;
      setOffline(!answer?.ok);
      if (answer?.ok) {
        const known: Progress = await answer.json();
        if (isOver) return;
        setHeard({ known, at: Date.now() });
        if (!known.isUnderWay) return router.refresh();
      }
      timer = setTimeout(() => void look(), PAUSE_MS);
    }
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [address, router]);
  return { ...heard, isOffline };
}
