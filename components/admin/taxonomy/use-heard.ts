"use client";

import { useEffect, useState } from "react";
import type { Result } from "@/lib/actions";

const PAUSE_MS = 250;

/** What the server says of a name a moment after the last letter. */
export function useHeard<Heard>(
  hear: (input: { id: string | null; name: string }) => Promise<Result<Heard>>,
  id: string | null,
  name: string,
): Heard | null {
  const [heard, setHeard] = useState<{ name: string; said: Heard } | null>(null);
  useEffect(() => {
    if (name.trim() === "") return setHeard(null);
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await hear({ id, name }).catch(() => null);
      if (!isOver && answer?.ok) setHeard({ name, said: answer.data });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [hear, id, name]);
  return heard?.name === name ? heard.said : null;
}
