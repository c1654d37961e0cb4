import "server-only";
import { and, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import { isPublic } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";

/** First figure of an article's body, or null. */
export async function findFigure(db: Db, articleId: string) {
  const [row] = await db
    .select({ figure: sql<string | null>`substring(${articles.bodyHtml} from '<figure>.*?</figure>')` })
    .from(articles)
    .where(eq(articles.id, articleId));
  return row?.figure?.includes("<img") ? row.figure : null;
}

/** Which of these articles have a picture. */
export async function listIllustrated(db: Db, articleIds: string[]) {
  if (articleIds.length === 0) return [];
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, articleIds), sql`${articles.bodyHtml} like '%<figure><img%'`));
  return rows.map((row) => row.id);
}

/** Outlets with the most stories since `since`; `today` counts those from `dayStart` on. */
export async function listBusiestCategories(db: Db, since: Date, dayStart: Date, limit: number) {
  return (
    db
      .select({
        id: categories.id,
        slug: categories.slug,
        name: categories.name,
        today: sql<number>`count(*) filter (where ${articles.publishAt} >= ${dayStart.toISOString()}::timestamptz)::int`,
      })
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      // One that was merged away is not shown, also while its articles are still on their way.
      .where(and(isPublic, eq(articles.kind, "story"), gte(articles.publishAt, since), isNull(categories.mergedIntoId)))
      .groupBy(categories.id)
      .orderBy(sql`count(*) desc`, categories.slug)
      .limit(limit)
  );
}
