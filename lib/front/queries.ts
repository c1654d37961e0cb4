import "server-only";
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { type CardRow, card, isPublic, listCards } from "@/lib/articles/queries";
import type { Db, Tx } from "@/lib/db/client";
import { articles, categories, frontArrangement, frontBar, frontPlacements } from "@/lib/db/schema";
import type { Arranged, Slot } from "@/lib/front/arrangement";
import type { Bar } from "@/lib/front/bar";

/** One clock decides what is over: the database's. */
const isOver = sql<boolean>`${frontBar.endsAt} <= now()`;
const stillPlaced = or(isNull(frontPlacements.endsAt), gt(frontPlacements.endsAt, sql`now()`));

export type Placed = { lead: CardRow | null; pinned: CardRow[] };

/** What readers see of the arrangement now: neither what is over nor what is not public. */
export async function findPlaced(db: Db): Promise<Placed> {
  const rows = await db
    .select({ ...card, position: frontPlacements.position })
    .from(frontPlacements)
    .innerJoin(articles, eq(articles.id, frontPlacements.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, stillPlaced))
    .orderBy(asc(frontPlacements.position));
  const cards = rows.map(({ position, ...row }) => ({ position, row }));
  return {
    lead: cards.find(({ position }) => position === 0)?.row ?? null,
    pinned: cards.filter(({ position }) => position > 0).map(({ row }) => row),
  };
}

/** The same for an arrangement that nobody published yet. */
export async function findPlacedAs(db: Db, lead: string | null, pinned: string[]): Promise<Placed> {
  const cards = await listCards(db, [...(lead ? [lead] : []), ...pinned]);
  const rows = cards.filter(({ kind }) => kind === "story");
  const find = (id: string | null) => rows.find((row) => row.id === id);
  return { lead: find(lead) ?? null, pinned: pinned.flatMap((id) => (id === lead ? [] : (find(id) ?? []))) };
}

/** What an editor sees of a story. */
export const slotColumns = {
  articleId: articles.id,
  title: articles.title,
  outlet: categories.name,
  publishAt: sql<Date>`coalesce(${articles.publishAt}, ${articles.createdAt})`.mapWith(articles.publishAt),
  isPublic: sql<boolean>`${articles.status} = 'published' and ${articles.publishAt} <= now()`,
};
type SlotRow = Omit<Slot, "publishAt" | "endsAt"> & { publishAt: Date; endsAt: Date | null };
export const slotOf = ({ articleId, title, outlet, publishAt, isPublic, endsAt }: SlotRow): Slot => ({
  ...{ articleId, title, outlet, isPublic },
  publishAt: publishAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
});

/** The arrangement as it was left, without what is over; what is not public any more is in it and says so. */
export async function findArrangement(db: Db | Tx): Promise<Arranged> {
  const [state] = await db.select().from(frontArrangement);
  const rows = await db
    .select({ ...slotColumns, position: frontPlacements.position, endsAt: frontPlacements.endsAt })
    .from(frontPlacements)
    .innerJoin(articles, eq(articles.id, frontPlacements.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(stillPlaced)
    .orderBy(asc(frontPlacements.position));
  const lead = rows.find(({ position }) => position === 0);
  return {
    version: state?.version ?? 0,
    by: state?.actorName ?? null,
    at: state?.updatedAt.toISOString() ?? null,
    lead: lead ? slotOf(lead) : null,
    pinned: rows.filter(({ position }) => position > 0).map(slotOf),
  };
}

/** The line of breaking news, unless it is over. */
export async function findBar(db: Db | Tx): Promise<Bar | null> {
  const [row] = await db
    .select({
      ...{ id: frontBar.id, kind: frontBar.kind, text: frontBar.text, raisedBy: frontBar.raisedBy },
      ...{ articleId: frontBar.articleId, toPath: frontBar.toPath, slug: articles.slug, title: articles.title },
      ...{ startsAt: frontBar.startsAt, endsAt: frontBar.endsAt },
      isOver,
      isPublic: sql<boolean>`${frontBar.articleId} is null
        or (${articles.status} = 'published' and ${articles.publishAt} <= now())`,
    })
    .from(frontBar)
    .leftJoin(articles, eq(articles.id, frontBar.articleId));
  if (!row || row.isOver) return null;
  const { isOver: _, startsAt, endsAt, ...bar } = row;
  return { ...bar, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/** When the next placement or bar ends after a moment; it may have passed meanwhile. */
export async function findNextEnd(db: Db, after: Date): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select min(ends_at) at from (
      select ends_at from ${frontPlacements} union all select ends_at from ${frontBar}
    ) ends where ends_at > ${after.toISOString()}::timestamptz`);
  return row?.at ? new Date(row.at) : null;
}
