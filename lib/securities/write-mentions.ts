import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { mentionRejections, mentions } from "@/lib/db/schema";
import { type Change, compareMentions, readMentions, type StoredMention, type Text } from "./auto-mentions";
import { cut, loadNames } from "./mention-queries";

export type LinkedArticle = Text & { id: string; listedAt: Date | null };
export type Linked = { articleId: string; changed: string[] };

/**
 * Brings the automatic mentions of some articles in step with their texts and with today's names. Whoever calls it says
 * which pages are stale: `finish` and the importer by their own means, everybody else by `afterMentionsChanged`.
 * @returns the securities that each article did not have before or has no longer
 */
export async function writeAutoMentions(tx: Tx, articles: LinkedArticle[]): Promise<Linked[]> {
  if (articles.length === 0) return [];
  const index = await loadNames(tx);
  const ids = articles.map(({ id }) => id);
  const stored = await tx
    .select({
      articleId: mentions.articleId,
      symbol: mentions.symbol,
      relation: mentions.relation,
      origin: mentions.origin,
    })
    .from(mentions)
    .where(inArray(mentions.articleId, ids));
  const rejected = await tx
    .select({ articleId: mentionRejections.articleId, symbol: mentionRejections.symbol })
    .from(mentionRejections)
    .where(inArray(mentionRejections.articleId, ids));
  const byArticle = <Row extends { articleId: string }>(rows: Row[]) => {
    const lists = new Map<string, Row[]>();
    for (const row of rows) lists.set(row.articleId, [...(lists.get(row.articleId) ?? []), row]);
    return (id: string) => lists.get(id) ?? [];
  };
  const [storedOf, rejectedOf] = [byArticle(stored), byArticle(rejected)];
  const changes = articles.map((article) => ({
    article,
    change: compareMentions(
      readMentions(article, index, cut, chosenIn(storedOf(article.id))),
      storedOf(article.id),
      new Set(rejectedOf(article.id).map(({ symbol }) => symbol)),
    ),
  }));
  await store(tx, changes);
  return changes.map(({ article: { id: articleId }, change }) => ({
    articleId,
    changed: [...change.add.keys(), ...change.remove],
  }));
}

const chosenIn = (stored: StoredMention[]) =>
  new Set(stored.filter(({ origin }) => origin !== "auto").map(({ symbol }) => symbol));

async function store(tx: Tx, changes: { article: LinkedArticle; change: Change }[]) {
  const rows = changes.flatMap(({ article, change }) =>
    [...change.add].map(([symbol, relation]) => ({
      ...{ articleId: article.id, symbol, relation },
      ...{ origin: "auto" as const, listedAt: article.listedAt },
    })),
  );
  if (rows.length > 0) {
    await tx
      .insert(mentions)
      .values(rows)
      .onConflictDoUpdate({
        target: [mentions.articleId, mentions.symbol],
        set: { relation: sql`excluded.relation` },
        setWhere: eq(mentions.origin, "auto"),
      });
  }
  for (const { article, change } of changes) {
    if (change.remove.length === 0) continue;
    await tx
      .delete(mentions)
      .where(
        and(eq(mentions.articleId, article.id), eq(mentions.origin, "auto"), inArray(mentions.symbol, change.remove)),
      );
  }
}
