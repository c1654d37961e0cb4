"use client";

import { useEffect, useState } from "react";
import type { Found } from "@/lib/palette/found";

const PAUSE_MS = 100;

/** What the newsroom has under a query. An older question is broken off; while one is open, the last answer stands. */
export function useAnything(query: string) {
  const [answer, setAnswer] = useState<{ query: string; found: Found | null } | null>(null);
  useEffect(() => {
    const given = new AbortController();
    const timer = setTimeout(
      async () => {
        const address = `/api/admin/palette?q=${encodeURIComponent(query.slice(0, 60))}`;
        const response = await fetch(address, { signal: given.signal }).catch(() => null);
        const found: Found | null = response?.ok ? await response.json().catch(() => null) : null;
        if (!given.signal.aborted) setAnswer({ query, found });
      },
      query === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [query]);
  const isReady = answer?.query === query;
  return { found: answer?.found ?? null, isReady, hasFailed: isReady && answer.found === null };
}
