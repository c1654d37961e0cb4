"use client";

import { useEffect } from "react";

/** Lets the browser ask before the page is left, while something is under way that would be lost. */
export function useStay(isBusy: boolean) {
  useEffect(() => {
    if (!isBusy) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [isBusy]);
}
