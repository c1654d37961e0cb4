"use client";

import { useEffect } from "react";

/** The browser asks before text is lost that is kept nowhere yet. */
export function useLeaveGuard(isAtRisk: () => boolean) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isAtRisk()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isAtRisk]);
}
