import "server-only";
import { and, count, desc, eq, isNull } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import type { Person } from "@/lib/auth/actor";
import type { BulkProgress } from "@/lib/bulk/report";
import type { Db } from "@/lib/db/client";
import { articles, bulkActs, bulkItems } from "@/lib/db/schema";

/** Faults of one act that are shown; the rest is counted. */
const FAULTS = 100;

/** How far one's own act is; null when there is none of this id. */
export async function findBulk(db: Db, id: string, actor: Person): Promise<BulkProgress | null> {
  const [act] = await db
    .select()
    .from(bulkActs)
    .where(and(eq(bulkActs.id, id), eq(bulkActs.userId, actor.id)));
  if (!act) return null;
  const [counts, faults, [undo]] = await Promise.all([
    db
      .select({ state: bulkItems.state, n: count() })
      .from(bulkItems)
      .where(eq(bulkItems.bulkId, id))
      .groupBy(bulkItems.state),
    db
      .select({
        id: bulkItems.articleId,
        fault: bulkItems.fault,
        title: articles.title,
        governed: {
          status: articles.status,
          trashedFrom: articles.trashedFrom,
          createdBy: articles.createdBy,
          categoryId: articles.categoryId,
        },
      })
      .from(bulkItems)
      .leftJoin(articles, eq(articles.id, bulkItems.articleId))
      .where(and(eq(bulkItems.bulkId, id), eq(bulkItems.state, "failed")))
      .orderBy(bulkItems.position)
      .limit(FAULTS),
    db.select({ id: bulkActs.id }).from(bulkActs).where(eq(bulkActs.undoes, id)),
  ]);
  const of = (state: string) => counts.find((row) => row.state === state)?.n ?? 0;
  return {
    id,
    act: act.act,
    waiting: of("waiting"),
    done: of("done"),
    failed: of("failed"),
    // Whoever may not see an article is not told its title.
    faults: faults.map(({ governed, title, ...row }) => ({
      ...row,
      title: governed && can(actor, "view", governed) ? title : null,
    })),
    isFinished: act.finishedAt !== null,
    mayUndo: act.act !== "undo" && act.finishedAt !== null && of("done") > 0 && !undo,
  };
}

/** The newest act of this person that is still under way. */
export async function findOpenBulk(db: Db, userId: string): Promise<string | null> {
  const [act] = await db
    .select({ id: bulkActs.id })
    .from(bulkActs)
    .where(and(eq(bulkActs.userId, userId), isNull(bulkActs.finishedAt)))
    .orderBy(desc(bulkActs.createdAt))
    .limit(1);
  return act?.id ?? null;
}
