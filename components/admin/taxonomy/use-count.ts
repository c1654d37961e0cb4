"use client";

import { useEffect, useState } from "react";
import type { Result } from "@/lib/actions";
import { type CriteriaInput, hasCriteria } from "@/lib/taxonomy/validation";

const PAUSE_MS = 400;
type Count = (input: { id: string; criteria: CriteriaInput }) => Promise<Result<number>>;

/** How many articles the criteria name, a moment after the last change; null while unknown. */
export function useCount(id: string, criteria: CriteriaInput, count: Count) {
  const [found, setFound] = useState<number | null>(null);
  const asked = JSON.stringify(criteria);
  useEffect(() => {
    setFound(null);
    const wanted: CriteriaInput = JSON.parse(asked);
    if (!hasCriteria(wanted)) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await count({ id, criteria: wanted }).catch(() => null);
      if (!isOver && answer?.ok) setFound(answer.data);
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, asked, count]);
  return found;
}

/** `1,234 篇`, `1 万多篇`. */
export const sayCount = (count: number) => (count > 10_000 ? "1 万多篇" : `${count.toLocaleString("en")} 篇`);
