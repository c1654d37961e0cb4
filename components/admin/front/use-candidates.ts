"use client";

import { useEffect, useState } from "react";
import type { Candidate } from "@/lib/front/arrangement";

const PAUSE_MS = 120;

/** Published articles under these words; nothing is asked without words. An older question is broken off. */
export function useCandidates(words: string, kind: "story" | "any") {
  const query = words.trim().slice(0, 60);
  const [answer, setAnswer] = useState<{ query: string; found: Candidate[] | null } | null>(null);
  useEffect(() => {
    if (query === "") return;
    const given = new AbortController();
    const timer = setTimeout(async () => {
      const address = `/api/admin/front?${new URLSearchParams({ q: query, kind })}`;
      const response = await fetch(address, { signal: given.signal }).catch(() => null);
      const found: Candidate[] | null = response?.ok ? await response.json().catch(() => null) : null;
      if (!given.signal.aborted) setAnswer({ query, found });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [query, kind]);
  const isReady = answer?.query === query;
  return {
    isAsked: query !== "",
    isReady,
    found: query === "" ? null : (answer?.found ?? null),
    hasFailed: isReady && answer.found === null,
  };
}
