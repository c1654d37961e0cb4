"use client";

import { useEffect, useRef } from "react";

/**
 * The browser asks before a page is left on which something would be lost.
 * @param isAtRisk what is so now, or a question that is put when somebody leaves
 */
export function useLeaveGuard(isAtRisk: boolean | (() => boolean)) {
  const newest = useRef(isAtRisk);
  useEffect(() => {
    newest.current = isAtRisk;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { current } = newest;
      if (typeof current === "function" ? current() : current) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
}
