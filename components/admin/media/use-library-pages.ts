"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { MediaTile } from "@/lib/media/loaders";

type Page = { items: MediaTile[]; after: string | null };

/** The library's pages, fetched one behind the other; a new search begins at the first. */
export function useLibraryPages(isOpen: boolean) {
  const [items, setItems] = useState<MediaTile[]>([]);
  const [after, setAfter] = useState<string | null>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const asked = useRef(0);
  const words = useRef("");

  const load = useCallback(async (from: string | null) => {
    asked.current += 1;
    const mine = asked.current;
    setState("loading");
    const query = new URLSearchParams({ q: words.current, ...(from && { after: from }) });
    const response = await fetch(`/api/admin/media?${query}`).catch(() => null);
    const page: Page | null = response?.ok ? await response.json() : null;
    // An answer to an older question is not wanted any more.
    if (mine !== asked.current) return;
    if (!page) return setState("failed");
    setItems((all) => (from ? [...all, ...page.items] : page.items));
    setAfter(page.after);
    setState("ready");
  }, []);

  useEffect(() => {
    if (isOpen) void load(null);
  }, [isOpen, load]);

  const search = useCallback(
    (text: string) => {
      words.current = text.trim();
      void load(null);
    },
    [load],
  );

  return { items, after, state, search, more: () => load(after), again: () => load(null) };
}
