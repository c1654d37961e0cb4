import "server-only";
import { type CardRow, listMentions } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { excerpt, plainText } from "@/lib/excerpt";

export type Mentioned = { symbol: string; name: string };
/** A line of a list, as plain values, with the securities it names. */
export type Card = Omit<CardRow, "publishAt" | "flashHtml"> & { publishAt: string; securities: Mentioned[] };

/** Adds the directly mentioned securities to the rows of a list, by one query for all. */
export async function loadCards(db: Db, rows: CardRow[]): Promise<Card[]> {
  const byArticle = new Map<string, Mentioned[]>();
  for (const { articleId, symbol, name, relation } of await listMentions(
    db,
    rows.map(({ id }) => id),
  )) {
    if (relation !== "direct") continue;
    const list = byArticle.get(articleId);
    if (list) list.push({ symbol, name });
    else byArticle.set(articleId, [{ symbol, name }]);
  }
  return rows.map(({ flashHtml, ...row }) => ({
    ...row,
    summary:
      row.kind === "flash"
        ? flashText(row.title, row.summary || plainText(flashHtml.replace(/<[^>]*$/, "")))
        : row.summary,
    publishAt: row.publishAt.toISOString(),
    securities: byArticle.get(row.id) ?? [],
  }));
}

/** Longest flash that is shown in full in a list. */
const FLASH_LENGTH = 200;

/** A flash's text without the headline it often begins with, bare or in 【】. */
export function flashText(title: string, text: string): string {
  const trimmed = text.trim();
  const opening = [`【${title}】`, title].find((start) => trimmed.startsWith(start)) ?? "";
  return excerpt(trimmed.slice(opening.length).replace(/^[\s。，：]+/, ""), FLASH_LENGTH);
}
