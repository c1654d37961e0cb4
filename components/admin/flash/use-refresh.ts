"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 20_000;

/** What colleagues publish comes into the list by itself, as long as somebody looks at it. */
export function useRefresh() {
  const router = useRouter();
  useEffect(() => {
    // Asked for first: a refresh that nobody answers would leave this page for the browser's own "no connection".
    async function look() {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch("/api/admin/securities?q=").catch(() => null);
      if (answer?.ok) router.refresh();
    }
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router]);
}
