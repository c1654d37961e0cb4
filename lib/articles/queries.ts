import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { clusterOf, isFirstOfKind, isFirstWithTag } from "@/lib/clusters/list-conditions";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, mentions, securities } from "@/lib/db/schema";
import { outletPolicy } from "@/lib/indexing/queries";

export const PAGE_SIZE = 20;

/** The status is written out, not bound: a bound value would hide the partial indexes from a prepared plan. */
export const isPublic = and(sql`${articles.status} = 'published'`, sql`${articles.publishAt} <= now()`);

/** What a link to an article shows. */
export const link = {
  id: articles.id,
  slug: articles.slug,
  kind: articles.kind,
  title: articles.title,
  /** Never null while `isPublic`. */
  publishAt: sql<Date>`${articles.publishAt}`.mapWith(articles.publishAt),
  categoryId: categories.id,
  categorySlug: categories.slug,
  categoryName: categories.name,
};

/** What a line of a list shows: of the body only the beginning, and that only where there is no summary. */
export const card = {
  ...link,
  level: articles.level,
  summary: articles.summary,
  openingHtml: sql<string>`case when ${articles.summary} = '' then left(${articles.bodyHtml}, 1200) else '' end`,
  wordCount: articles.wordCount,
  sourceName: articles.sourceName,
  cluster: clusterOf(sql`${articles.id}`),
};

export type LinkRow = Awaited<ReturnType<typeof listLinks>>[number];
export type CardRow = Awaited<ReturnType<typeof listTimeline>>["items"][number];
type Page = { after?: Position; limit?: number };

/**
 * Rows of (time, id) order that stand behind `after`; a row comparison is one index range. The time is said once more by
 * itself: beside `publish_at <= now()` Postgres would begin at now and walk over everything newer.
 */
export const behind = (time: PgColumn, id: PgColumn, { at, id: last }: Position) =>
  sql`${time} <= ${at.toISOString()}::timestamptz and (${time}, ${id}) < (${at.toISOString()}::timestamptz, ${last}::uuid)`;

const page = <T>(rows: T[], limit: number) => ({ items: rows.slice(0, limit), hasMore: rows.length > limit });

/** As in the index on important flashes. */
const isImportant = sql`${articles.kind} = 'flash' and ${articles.level} > 1`;

/**
 * Stories, flashes or important flashes, newest first, a story of several outlets once. Pages by position, not offset, so a page stays put while news
 * keeps arriving.
 */
export async function listTimeline(
  db: Db,
  kind: "story" | "flash" | "important",
  { after, limit = PAGE_SIZE }: Page = {},
) {
  const isOfKind = kind === "important" ? isImportant : eq(articles.kind, kind);
  // The first that was published need not be the one that is marked.
  const isOnce = kind === "important" ? undefined : isFirstOfKind(sql`${articles.id}`);
  const rows = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, isOfKind, isOnce, after && behind(articles.publishAt, articles.id, after)))
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit + 1);
  return page(rows, limit);
}

/** Lines of those of some articles that are public, in the order of `ids`. */
export async function listCards(db: Db, ids: string[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, inArray(articles.id, ids)));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Everything of one outlet, newest first. */
export async function listByCategory(db: Db, categoryId: string, { after, limit = PAGE_SIZE }: Page = {}) {
  const rows = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, eq(articles.categoryId, categoryId), after && behind(articles.publishAt, articles.id, after)))
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit + 1);
  return page(rows, limit);
}

/** Everything with one tag, newest first, a story of several outlets once. */
export async function listByTag(db: Db, tagId: string, { after, limit = PAGE_SIZE }: Page = {}) {
  const rows = await db
    .select(card)
    .from(articleTags)
    .innerJoin(articles, eq(articles.id, articleTags.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        eq(articleTags.tagId, tagId),
        sql`${articleTags.listedAt} is not null`,
        isFirstWithTag(sql`${articles.id}`, tagId),
        after && behind(articleTags.listedAt, articleTags.articleId, after),
      ),
    )
    .orderBy(desc(articleTags.listedAt), desc(articleTags.articleId))
    .limit(limit + 1);
  return page(rows, limit);
}

/** One article in full, whatever its status: the caller decides who may see it. */
export async function findBySlug(db: Db, slug: string) {
  const [row] = await db
    .select({
      ...link,
      publishAt: articles.publishAt,
      level: articles.level,
      summary: articles.summary,
      wordCount: articles.wordCount,
      status: articles.status,
      bodyHtml: articles.bodyHtml,
      sourceName: articles.sourceName,
      originalUrl: articles.originalUrl,
      editorName: articles.editorName,
      revisedAt: articles.revisedAt,
      updatedAt: articles.updatedAt,
      withdrawnReason: articles.withdrawnReason,
      withdrawnAt: articles.withdrawnAt,
      takenDownAt: articles.takenDownAt,
      trashedFrom: articles.trashedFrom,
      version: articles.version,
      policy: outletPolicy,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.slug, slug));
  return row ?? null;
}

/** Links to what stands behind `after`: of one outlet, or stories of all. */
export async function listLinks(db: Db, of: { categoryId?: string }, { after, limit = PAGE_SIZE }: Page = {}) {
  const { categoryId } = of;
  return db
    .select(link)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        categoryId ? eq(articles.categoryId, categoryId) : eq(articles.kind, "story"),
        after && behind(articles.publishAt, articles.id, after),
      ),
    )
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit);
}

/** Securities of some articles, direct mentions first. */
export async function listMentions(db: Db, articleIds: string[]) {
  if (articleIds.length === 0) return [];
  return db
    .select({
      articleId: mentions.articleId,
      symbol: securities.symbol,
      name: securities.name,
      industry: securities.industry,
      kind: securities.kind,
      relation: mentions.relation,
    })
    .from(mentions)
    .innerJoin(securities, eq(securities.symbol, mentions.symbol))
    .where(inArray(mentions.articleId, articleIds))
    .orderBy(mentions.articleId, mentions.relation, mentions.symbol);
}

/** When an outlet's oldest public article appeared. */
export async function findOldest(db: Db, categoryId: string) {
  const [row] = await db
    .select({ at: articles.publishAt })
    .from(articles)
    .where(and(isPublic, eq(articles.categoryId, categoryId)))
    .orderBy(asc(articles.publishAt), asc(articles.id))
    .limit(1);
  return row?.at?.toISOString() ?? null;
}

/** When what is scheduled becomes public, soonest first, and how late it is. One clock decides: the database's. */
export async function listDueTimes(db: Db, limit: number): Promise<{ now: Date; times: Date[] }> {
  const [clock] = await db.execute<{ now: string }>(sql`select clock_timestamp() now`);
  const rows = await db
    .selectDistinct({ at: articles.publishAt })
    .from(articles)
    .where(sql`${articles.status} = 'scheduled'`)
    .orderBy(articles.publishAt)
    .limit(limit);
  return { now: new Date(clock!.now), times: rows.map(({ at }) => at!) };
}
