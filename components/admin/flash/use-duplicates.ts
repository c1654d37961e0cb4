"use client";

import { useEffect, useState } from "react";
import type { Duplicate } from "@/lib/clusters/endpoint";

const PAUSE_MS = 160;
/** Less says nothing. */
const LEAST_LETTERS = 6;

/**
 * What is like the text in the field, a moment after it was last changed; an older question is broken off. While an
 * answer is on its way the one before stands.
 */
export function useDuplicates(raw: string): Duplicate[] {
  const text = raw.trim();
  const isAsked = [...text].length >= LEAST_LETTERS;
  const [found, setFound] = useState<Duplicate[]>([]);
  useEffect(() => {
    if (!isAsked) return setFound([]);
    const given = new AbortController();
    const timer = setTimeout(async () => {
      const response = await fetch("/api/admin/duplicates", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: text.slice(0, 4000) }),
        signal: given.signal,
      }).catch(() => null);
      const answer: Duplicate[] | null = response?.ok ? await response.json().catch(() => null) : null;
      if (answer && !given.signal.aborted) setFound(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [text, isAsked]);
  return isAsked ? found : [];
}
