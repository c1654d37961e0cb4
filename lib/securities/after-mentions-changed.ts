import "server-only";
import { inArray } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/client";
import { articles, mentions } from "@/lib/db/schema";
import { reindexArticles } from "@/lib/search/commands";

/**
 * Brings the search index in step and announces the pages that show the mentions of these articles. Called in the transaction of whatever changes mentions
 * of stored articles outside of an article's own write.
 * @param gone symbols that the articles named before and do not name now; what they name now is read here
 */
export async function afterMentionsChanged(
  tx: Tx,
  articleIds: string[],
  gone: Iterable<string> = [],
): Promise<string[]> {
  if (articleIds.length === 0) return [];
  const now = await tx
    .selectDistinct({ symbol: mentions.symbol })
    .from(mentions)
    .where(inArray(mentions.articleId, articleIds));
  const rows = await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, articleIds));
  const symbols = new Set([...gone, ...now.map(({ symbol }) => symbol)]);
  const tags = [
    tag.stocks,
    ...rows.map(({ id }) => tag.article(id)),
    ...[...symbols].flatMap((symbol) => [tag.stock(symbol), tag.stockOlder(symbol)]),
  ];
  await reindexArticles(tx, articleIds);
  await announce(tx, "mentions.changed", tags);
  return tags;
}
