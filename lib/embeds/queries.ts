import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import { outletPolicy } from "@/lib/indexing/queries";

/** What the card of an article shows, whatever its status: the caller decides what is said of it. */
export async function findCard(db: Db, slug: string) {
  const [row] = await db
    .select({
      id: articles.id,
      slug: articles.slug,
      kind: articles.kind,
      title: articles.title,
      summary: articles.summary,
      openingHtml: sql<string>`case when ${articles.summary} = '' then left(${articles.bodyHtml}, 1200) else '' end`,
      figure: sql<string | null>`substring(${articles.bodyHtml} from '<figure>.*?</figure>')`,
      sourceName: articles.sourceName,
      status: articles.status,
      trashedFrom: articles.trashedFrom,
      publishAt: articles.publishAt,
      withdrawnAt: articles.withdrawnAt,
      takenDownAt: articles.takenDownAt,
      withdrawnReason: articles.withdrawnReason,
      categoryId: categories.id,
      categorySlug: categories.slug,
      categoryName: categories.name,
      policy: outletPolicy,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.slug, slug));
  return row ?? null;
}

export type CardRow = NonNullable<Awaited<ReturnType<typeof findCard>>>;
