"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { toast } from "sonner";
import { rejectSuggestion, restoreSuggestion } from "@/lib/securities/actions";
import type { Review } from "./use-review";

export type Decision = "open" | "yes" | "no";
export type SuggestionRow = { symbol: string; name: string; note: string; decision: Decision };

const place = (paragraph: number, count: number) => `${paragraph === 0 ? "标题" : `第 ${paragraph} 段`}，${count} 处`;

/**
 * The securities of an article and what was decided about each. A refusal is stored at once.
 * @param untold refused before the article was stored; told to the server once it has a number
 */
export function useSuggestions(
  articleId: string | null,
  review: Review | null,
  symbols: string[],
  untold: Set<string>,
  onChange: (symbols: string[]) => void,
) {
  const [decided, setDecided] = useState<Record<string, Decision>>(() =>
    Object.fromEntries([...untold].map((symbol) => [symbol, "no"])),
  );
  const tellAll = useEffectEvent(() => {
    for (const symbol of untold) void tell(symbol, true);
    untold.clear();
  });
  useEffect(() => {
    if (articleId) tellAll();
  }, [articleId]);

  const of = (symbol: string, otherwise: Decision): Decision => decided[symbol] ?? otherwise;
  const rows: SuggestionRow[] = review
    ? [
        ...review.suggestions.map(({ symbol, name, paragraph, count }) => ({
          ...{ symbol, name, note: place(paragraph, count) },
          decision: of(symbol, "open"),
        })),
        ...review.confirmed.map(({ symbol, name }) => ({ symbol, name, note: "", decision: of(symbol, "yes") })),
        ...review.rejected.map(({ symbol, name }) => ({ symbol, name, note: "", decision: of(symbol, "no") })),
      ]
    : [];

  async function tell(symbol: string, isRefused: boolean) {
    if (!articleId) {
      if (isRefused) untold.add(symbol);
      else untold.delete(symbol);
      return;
    }
    const answer = await (isRefused ? rejectSuggestion : restoreSuggestion)({ articleId, symbol }).catch(() => null);
    if (!answer?.ok) toast.error(answer?.message ?? "连接断开，没有记住");
  }

  function decide(symbol: string, decision: Decision, before: Decision) {
    setDecided((all) => ({ ...all, [symbol]: decision }));
    if (decision === "yes") onChange([...new Set([...symbols, symbol])]);
    else if (before === "yes") onChange(symbols.filter((one) => one !== symbol));
    if (decision === "no" || before === "no") void tell(symbol, decision === "no");
  }
  return { rows, decide };
}
