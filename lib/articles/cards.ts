import "server-only";
import { type CardRow, listMentions } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";

export type Mentioned = { symbol: string; name: string };
/** A line of a list, as plain values, with the securities it names. */
export type Card = Omit<CardRow, "publishAt"> & { publishAt: string; securities: Mentioned[] };

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
  return rows.map((row) => ({
    ...row,
    publishAt: row.publishAt.toISOString(),
    securities: byArticle.get(row.id) ?? [],
  }));
}
