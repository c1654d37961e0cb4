import "server-only";
import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { listDesk } from "@/lib/articles/desk-list-queries";
import { isPublic } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import type { Candidate } from "@/lib/front/arrangement";
import { slotColumns, slotOf } from "@/lib/front/queries";

/** Published articles with all of these words in their title, newest first; without words the newest. */
export async function listCandidates(db: Db, words: string, kind?: "story"): Promise<Candidate[]> {
  const { items } = await listDesk(db, { status: "published", kind, words }, { sort: "published" });
  return items.map(({ id, title, kind, categoryName, publishAt, createdAt }) => ({
    ...{ articleId: id, title, kind, outlet: categoryName, isPublic: true, endsAt: null },
    publishAt: (publishAt ?? createdAt).toISOString(),
  }));
}

/** One article that is public; null when there is none. */
export async function findCandidate(db: Db, articleId: string): Promise<Candidate | null> {
  const [row] = await db
    .select({ ...slotColumns, kind: articles.kind })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, inArray(articles.id, [articleId])));
  return row ? { ...slotOf({ ...row, endsAt: null }), kind: row.kind } : null;
}

const DAY_MS = 24 * 3_600_000;

/** The newest flashes of the highest level, of one day: a scan of that day's flashes in their index. */
export async function listGravest(db: Db, now: Date, limit: number) {
  const rows = await db
    .select(slotColumns)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        eq(articles.kind, "flash"),
        gte(articles.publishAt, new Date(now.getTime() - DAY_MS)),
        sql`${articles.level} = 3`,
      ),
    )
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit);
  return rows.map((row) => slotOf({ ...row, endsAt: null }));
}
