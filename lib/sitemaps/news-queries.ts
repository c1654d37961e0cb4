import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { isPublic } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";

/** What news search looks back to, and how much it reads at a time. */
export const NEWS_MS = 48 * 3600_000;
export const MOST_NEWS = 1000;

/** Stories of the last two days that news search may list, newest first. Flashes are no articles in its sense. */
export const listNews = (db: Db, now: Date, limit = MOST_NEWS) =>
  db
    .select({
      slug: articles.slug,
      title: articles.title,
      publishAt: sql<Date>`${articles.publishAt}`.mapWith(articles.publishAt),
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        sql`${articles.kind} = 'story'`,
        sql`${articles.publishAt} > ${new Date(now.getTime() - NEWS_MS).toISOString()}::timestamptz`,
        sql`${categories.indexing} = 'index' and ${categories.inNews}`,
      ),
    )
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit);
