"use client";

import { useEffect, useState } from "react";
import type { Security } from "./draft";

const ADDRESS = "/api/admin/securities";
const PAUSE_MS = 90;
/** As many lines as the server takes. */
const MOST_LINES = 60;

/**
 * What the server says to a question, asked after a short pause; an older question is broken off. While an answer is on
 * its way, the one before stands.
 * @param search null: nothing is asked
 * @param text goes along with the question
 */
function useAnswer(search: string | null, text: string | null, pause: number): Security[] {
  const [found, setFound] = useState<Security[]>([]);
  useEffect(() => {
    if (search === null) return setFound([]);
    const given = new AbortController();
    const timer = setTimeout(async () => {
      const post = text !== null && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ paragraphs: text.split("\n").slice(0, MOST_LINES) }),
      };
      const response = await fetch(ADDRESS + search, { ...post, signal: given.signal }).catch(() => null);
      const answer: Security[] | null = response?.ok ? await response.json().catch(() => null) : null;
      if (answer && !given.signal.aborted) setFound(answer);
    }, pause);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [search, text, pause]);
  return search === null ? [] : found;
}

/** Securities by code, name, pinyin or initials. */
export const useSecuritySearch = (query: string | null) =>
  useAnswer(query && `?q=${encodeURIComponent(query)}`, null, PAUSE_MS);

/** The securities that a text speaks of, a moment after it was last changed. */
export const useMentioned = (text: string) => useAnswer([...text.trim()].length > 1 ? "" : null, text, PAUSE_MS * 2);
