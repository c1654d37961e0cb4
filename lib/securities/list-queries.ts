import "server-only";
import { eq, sql } from "drizzle-orm";
import { card, isPublic, PAGE_SIZE } from "@/lib/articles/queries";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import { newestOf, type Strand } from "./strands";

type Page = { after?: Position; limit?: number };

/** Public articles of these strands, newest first, each once. */
export async function listMentioning(db: Db, strands: Strand[], { after, limit = PAGE_SIZE }: Page = {}) {
  const rows = await db
    .select(card)
    .from(sql`(${newestOf(strands, limit + 1, after)}) found`)
    .innerJoin(articles, eq(articles.id, sql`found.article_id`))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(isPublic)
    .orderBy(sql`found.listed_at desc, found.article_id desc`)
    .limit(limit + 1);
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}
