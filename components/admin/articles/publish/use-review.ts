"use client";

import { useEffect, useRef, useState } from "react";
import { reviewArticle } from "@/lib/articles/actions";
import type { PublishFields } from "./publish-fields";

const PAUSE_MS = 400;

export type Review = Extract<Awaited<ReturnType<typeof reviewArticle>>, { ok: true }>["data"];

/** The server's review of what stands in the dialog: at once when it opens, and after a pause in typing. */
export function useReview(articleId: string | null, fields: PublishFields) {
  const [review, setReview] = useState<Review | null>(null);
  const [failed, setFailed] = useState("");
  const asked = useRef(0);
  const { title, summary, bodyHtml, kind, categoryId, sourceName } = fields;
  // A decision about a security changes no check; its own list shows it without asking again.
  const symbols = useRef(fields.symbols);
  useEffect(() => {
    const number = ++asked.current;
    const ask = async () => {
      const input = { articleId, title, summary, bodyHtml, kind, categoryId, sourceName, symbols: symbols.current };
      const answer = await reviewArticle(input).catch(() => null);
      if (number !== asked.current) return;
      setFailed(answer?.ok ? "" : (answer?.message ?? "连接断开，检查没有完成"));
      if (answer?.ok) setReview((first) => ({ ...answer.data, ...(first && lists(first)) }));
    };
    const timer = setTimeout(() => void ask(), number === 1 ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [articleId, title, summary, bodyHtml, kind, categoryId, sourceName]);
  return { review, failed };
}

/** The securities stay as they were first listed, so that no row jumps. */
const lists = ({ suggestions, confirmed, rejected }: Review) => ({ suggestions, confirmed, rejected });
