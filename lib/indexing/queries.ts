import "server-only";
import { asc, isNull } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";

/** What each outlet that stands on its own allows crawlers for language models. */
export const listOutletRules = (db: Db) =>
  db
    .select({ slug: categories.slug, aiCrawlers: categories.aiCrawlers })
    .from(categories)
    .where(isNull(categories.mergedIntoId))
    .orderBy(asc(categories.slug));

/** An outlet's policy, as every reader page of it needs it. */
export const outletPolicy = {
  indexing: categories.indexing,
  inNews: categories.inNews,
  aiCrawlers: categories.aiCrawlers,
};
