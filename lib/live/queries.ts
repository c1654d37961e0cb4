import "server-only";
import { and, asc, desc, eq, gt, gte, inArray, not, sql } from "drizzle-orm";
import { loadCards } from "@/lib/articles/cards";
import { behind, card, isPublic } from "@/lib/articles/queries";
import { isFirstOfKind } from "@/lib/clusters/list-conditions";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, categories, liveEvents } from "@/lib/db/schema";
import { type GoneRow, type LiveFlash, toGoneFlash, toLiveFlash } from "@/lib/live/flash";

/** The number of the newest event that anybody can see; 0 before the first. */
export async function findNewestEvent(db: Db): Promise<number> {
  const [row] = await db
    .select({ number: sql<number>`${liveEvents.number}`.mapWith(liveEvents.number) })
    .from(liveEvents)
    .where(sql`${liveEvents.number} is not null`)
    .orderBy(desc(liveEvents.number))
    .limit(1);
  return row?.number ?? 0;
}

/** What was announced after an event, oldest first. */
export const listEvents = (db: Db, after: number, limit: number) =>
  db
    .select({
      number: sql<number>`${liveEvents.number}`.mapWith(liveEvents.number),
      articleId: liveEvents.articleId,
    })
    .from(liveEvents)
    .where(gt(liveEvents.number, after))
    .orderBy(asc(liveEvents.number))
    .limit(limit);

const goneColumns = {
  id: articles.id,
  slug: articles.slug,
  publishAt: sql<Date>`${articles.publishAt}`.mapWith(articles.publishAt),
  kind: articles.kind,
  status: articles.status,
  withdrawnReason: articles.withdrawnReason,
  withdrawnAt: articles.withdrawnAt,
  updatedAt: articles.updatedAt,
  takenDownAt: articles.takenDownAt,
};

const isShown = and(isPublic, eq(articles.kind, "flash"));

/** Flashes as readers see them now, by id; what tells a flash of another outlet again is in no list, and not here. */
export async function findLiveFlashes(db: Db, ids: string[]): Promise<Map<string, LiveFlash>> {
  if (ids.length === 0) return new Map();
  const shown = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isShown, isFirstOfKind(sql`${articles.id}`), inArray(articles.id, ids)));
  const found = new Map<string, LiveFlash>((await loadCards(db, shown)).map((one) => [one.id, toLiveFlash(one)]));
  const others = ids.filter((id) => !found.has(id));
  if (others.length === 0) return found;
  const gone = await db
    .select(goneColumns)
    .from(articles)
    .where(and(inArray(articles.id, others), sql`${articles.publishAt} is not null`, not(isShown!)));
  for (const row of gone) found.set(row.id, toGoneFlash(row));
  return found;
}

type Span = { after?: Position; from: Date | null; limit: number };

/** Withdrawn flashes of a page's span of time, newest first: each keeps its place in the list. */
export async function listWithdrawn(db: Db, important: boolean, { after, from, limit }: Span): Promise<GoneRow[]> {
  return db
    .select(goneColumns)
    .from(articles)
    .where(
      and(
        sql`${articles.status} = 'withdrawn' and ${articles.kind} = 'flash' and ${articles.takenDownAt} is null`,
        sql`${articles.publishAt} is not null`,
        important ? gt(articles.level, 1) : undefined,
        from ? gte(articles.publishAt, from) : undefined,
        after && behind(articles.publishAt, articles.id, after),
      ),
    )
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit);
}
