import "server-only";
import { asc, desc, eq, gt } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";

const entry = { id: categories.id, slug: categories.slug, name: categories.name };

export async function findCategory(db: Db, slug: string) {
  const [row] = await db
    .select({ ...entry, description: categories.description, count: categories.publishedCount })
    .from(categories)
    .where(eq(categories.slug, slug));
  return row ?? null;
}

/** The A–Z directory: every outlet that has something to read. */
export const listDirectory = (db: Db) =>
  db
    .select({ ...entry, pinyin: categories.pinyin, count: categories.publishedCount, newestAt: categories.newestAt })
    .from(categories)
    .where(gt(categories.publishedCount, 0))
    .orderBy(asc(categories.pinyin), asc(categories.slug));

/** Outlets by their newest article. */
export const listFreshest = (db: Db, limit: number) =>
  db
    .select(entry)
    .from(categories)
    .where(gt(categories.publishedCount, 0))
    .orderBy(desc(categories.newestAt), asc(categories.slug))
    .limit(limit);
