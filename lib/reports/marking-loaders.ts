import "server-only";
import { cache } from "react";
import { loadArticle } from "@/lib/articles/loaders";
import { splitSentences } from "@/lib/reports/split-sentences";
import { REPORT_LIMITS } from "@/lib/reports/validation";
import { blocksOf } from "@/lib/revisions/blocks";

/** An article in sentences for a reader to point at; whatever its address answers instead is answered here too. */
export const loadMarkable = cache(async (slug: string) => {
  const found = await loadArticle(slug);
  if (found?.state !== "public") return found;
  const { id, title, summary, bodyHtml, categoryName, categorySlug, policy } = found.article;
  // What the reader's page puts around tables and pictures holds no text of its own.
  const plain = bodyHtml.replace(/<\/?(?:div|span|picture|source)\b[^>]*>/g, "");
  const texts = [title, summary, ...blocksOf(plain).map(({ text }) => text)];
  const paragraphs = texts
    .map((text) => splitSentences(text.trim()).filter((sentence) => sentence.trim() !== ""))
    .filter((sentences) => sentences.length > 0);
  // A report holds no more of a sentence than its field does.
  const cut = (sentence: string) => ({ text: sentence, quote: sentence.trim().slice(0, REPORT_LIMITS.quote) });
  return {
    state: "markable" as const,
    article: { id, slug, title, categoryName, categorySlug, policy },
    paragraphs: paragraphs.map((sentences) => sentences.map(cut)),
  };
});
export type Markable = Extract<Awaited<ReturnType<typeof loadMarkable>>, { state: "markable" }>;
