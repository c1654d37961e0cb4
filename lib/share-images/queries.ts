import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { articles, categories, securities, tags } from "@/lib/db/schema";
import { findSite } from "@/lib/settings/queries";
import { drawArticle, shareImage } from "./drawing";

/** What the picture of an article says; the caller decides who may see it. */
export async function findShared(db: Db | Tx, id: string) {
  const [row] = await db
    .select({
      kind: articles.kind,
      level: articles.level,
      title: articles.title,
      status: articles.status,
      publishAt: articles.publishAt,
      takenDownAt: articles.takenDownAt,
      categoryId: categories.id,
      categoryName: categories.name,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.id, id));
  return row ?? null;
}

/** Where the picture of an article is; null for one without a time. */
export async function findShareAddress(db: Db | Tx, id: string): Promise<string | null> {
  const row = await findShared(db, id);
  if (!row?.publishAt) return null;
  return shareImage("article", id, drawArticle({ ...row, publishAt: row.publishAt }, await findSite(db))).path;
}

/** An outlet, not one that was merged away. */
export async function findSharedOutlet(db: Db, id: string) {
  const [row] = await db
    .select({ name: categories.name, description: categories.description })
    .from(categories)
    .where(and(eq(categories.id, id), isNull(categories.mergedIntoId)));
  return row ?? null;
}

/** A tag, not one that was merged away. */
export async function findSharedTag(db: Db, id: string) {
  const [row] = await db
    .select({ name: tags.name, description: tags.description })
    .from(tags)
    .where(and(eq(tags.id, id), isNull(tags.mergedIntoId)));
  return row ?? null;
}

export async function findSharedStock(db: Db, symbol: string) {
  const { name, kind, fullName } = securities;
  const [row] = await db
    .select({ symbol: securities.symbol, name, kind, fullName })
    .from(securities)
    .where(eq(securities.symbol, symbol));
  return row ?? null;
}
