import "server-only";
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { isPublic } from "@/lib/articles/queries";
import type { CorrectionKind } from "@/lib/corrections/validation";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, categories, corrections, takedowns } from "@/lib/db/schema";

export const ACTS_A_PAGE = 30;

type Of = { slug: string; title: string; categoryName: string; categorySlug: string };
/** What is on the public record. Of a takedown it says nothing that would lead to what was there. */
export type ActRow = { id: string; at: Date; articleId: string } & (
  | ({ act: "correction"; kind: CorrectionKind; note: string; reason: string } & Of)
  | ({ act: "withdrawal"; reason: string } & Of)
  | { act: "takedown"; number: number; requester: string; reason: string; basis: string }
);

const of = {
  articleId: articles.id,
  slug: articles.slug,
  title: articles.title,
  categoryName: categories.name,
  categorySlug: categories.slug,
};

/** As in the index on withdrawn articles: older code said no time. */
const withdrawnAt = sql<Date>`coalesce(${articles.withdrawnAt}, ${articles.updatedAt})`.mapWith(articles.updatedAt);

const behind = (time: SQL, id: SQL, after: Position | undefined) =>
  after && sql`(${time}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;

/** Corrections of public articles, withdrawals that hold and takedowns, newest first. Pages by position. */
export async function listActs(db: Db, { after, limit = ACTS_A_PAGE }: { after?: Position; limit?: number } = {}) {
  const corrected = db
    .select({
      ...of,
      id: corrections.id,
      at: corrections.createdAt,
      kind: corrections.kind,
      note: corrections.note,
      reason: corrections.reason,
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, behind(sql`${corrections.createdAt}`, sql`${corrections.id}`, after)))
    .orderBy(desc(corrections.createdAt), desc(corrections.id))
    .limit(limit + 1);
  const withdrawn = db
    .select({ ...of, id: articles.id, at: withdrawnAt, reason: articles.withdrawnReason })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        sql`${articles.status} = 'withdrawn'`,
        isNull(articles.takenDownAt),
        behind(withdrawnAt, sql`${articles.id}`, after),
      ),
    )
    .orderBy(desc(withdrawnAt), desc(articles.id))
    .limit(limit + 1);
  const { id, articleId, number, requester, reason, basis, createdAt } = takedowns;
  const takenDown = db
    .select({ id, articleId, number, requester, reason, basis, at: createdAt })
    .from(takedowns)
    .where(behind(sql`${createdAt}`, sql`${id}`, after))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  const rows: ActRow[] = [
    ...(await corrected).map((row) => ({ act: "correction" as const, ...row })),
    ...(await withdrawn).map((row) => ({ act: "withdrawal" as const, ...row, reason: row.reason ?? "" })),
    ...(await takenDown).map((row) => ({ act: "takedown" as const, ...row })),
  ].sort((a, b) => +b.at - +a.at || (a.id < b.id ? 1 : -1));
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** An article's corrections in the order in which they were made. */
export const listCorrectionsOf = (db: Db, articleId: string) =>
  db
    .select({
      id: corrections.id,
      version: corrections.version,
      kind: corrections.kind,
      note: corrections.note,
      reason: corrections.reason,
      at: corrections.createdAt,
    })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(asc(corrections.createdAt), asc(corrections.id));
