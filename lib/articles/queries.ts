import "server-only";
import { and, asc, desc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, mentions, securities, tags } from "@/lib/db/schema";

export const PAGE_SIZE = 20;

/** The status is written out, not bound: a bound value would hide the partial indexes from a prepared plan. */
export const isPublic = and(sql`${articles.status} = 'published'`, sql`${articles.publishAt} <= now()`);

/** What a line of a list shows. Never a story's body; a flash is its paragraph, so that is read where there is no summary. */
const card = {
  id: articles.id,
  slug: articles.slug,
  kind: articles.kind,
  level: articles.level,
  title: articles.title,
  summary: articles.summary,
  flashHtml: sql<string>`case when ${articles.kind} = 'flash' and ${articles.summary} = '' then left(${articles.bodyHtml}, 1200) else '' end`,
  wordCount: articles.wordCount,
  /** Never null while `isPublic`. */
  publishAt: sql<Date>`${articles.publishAt}`.mapWith(articles.publishAt),
  categoryId: categories.id,
  categorySlug: categories.slug,
  categoryName: categories.name,
};

export type CardRow = Awaited<ReturnType<typeof listTimeline>>["items"][number];
type Page = { after?: Position; limit?: number };

/** Rows of (time, id) order that stand behind `after`; a row comparison is one index range. */
const behind = (time: PgColumn, id: PgColumn, { at, id: last }: Position) =>
  sql`(${time}, ${id}) < (${at.toISOString()}::timestamptz, ${last}::uuid)`;
const before = (time: PgColumn, id: PgColumn, { at, id: first }: Position) =>
  sql`(${time}, ${id}) > (${at.toISOString()}::timestamptz, ${first}::uuid)`;

const page = <T>(rows: T[], limit: number) => ({ items: rows.slice(0, limit), hasMore: rows.length > limit });

/** Newest first. Pages by position, not offset, so a page stays put while news keeps arriving. */
export async function listTimeline(db: Db, kind: "story" | "flash", { after, limit = PAGE_SIZE }: Page = {}) {
  const rows = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, eq(articles.kind, kind), after && behind(articles.publishAt, articles.id, after)))
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit + 1);
  return page(rows, limit);
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

/** Everything with one tag, newest first. */
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
        after && behind(articleTags.listedAt, articleTags.articleId, after),
      ),
    )
    .orderBy(desc(articleTags.listedAt), desc(articleTags.articleId))
    .limit(limit + 1);
  return page(rows, limit);
}

/** Everything that mentions one security, newest first. */
export async function listBySymbol(db: Db, symbol: string, { after, limit = PAGE_SIZE }: Page = {}) {
  const rows = await db
    .select(card)
    .from(mentions)
    .innerJoin(articles, eq(articles.id, mentions.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        eq(mentions.symbol, symbol),
        sql`${mentions.listedAt} is not null`,
        after && behind(mentions.listedAt, mentions.articleId, after),
      ),
    )
    .orderBy(desc(mentions.listedAt), desc(mentions.articleId))
    .limit(limit + 1);
  return page(rows, limit);
}

/** One article in full, whatever its status: the caller decides who may see it. */
export async function findBySlug(db: Db, slug: string) {
  const [row] = await db
    .select({
      ...card,
      publishAt: articles.publishAt,
      status: articles.status,
      bodyHtml: articles.bodyHtml,
      sourceName: articles.sourceName,
      originalUrl: articles.originalUrl,
      editorName: articles.editorName,
      revisedAt: articles.revisedAt,
      updatedAt: articles.updatedAt,
      withdrawnReason: articles.withdrawnReason,
      trashedFrom: articles.trashedFrom,
      version: articles.version,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(eq(articles.slug, slug));
  return row ?? null;
}

/** The next older article of the same outlet and the next newer one. */
export async function findNeighbours(db: Db, categoryId: string, here: Position) {
  const near = (place: SQL, order: SQL[]) =>
    db
      .select(card)
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(isPublic, eq(articles.categoryId, categoryId), place))
      .orderBy(...order)
      .limit(1);
  const [older, newer] = await Promise.all([
    near(behind(articles.publishAt, articles.id, here), [desc(articles.publishAt), desc(articles.id)]),
    near(before(articles.publishAt, articles.id, here), [asc(articles.publishAt), asc(articles.id)]),
  ]);
  return { previous: older[0] ?? null, next: newer[0] ?? null };
}

/** How many of an article's securities and tags are asked for related stories. */
const RELATED_KEYS = 8;

/**
 * The newest stories before this one that share a security or a tag with it. Only earlier ones, so that a cached
 * article page need not change when news arrives.
 */
export async function listRelated(db: Db, here: Position, symbols: string[], tagIds: string[], limit = 5) {
  if (symbols.length + tagIds.length === 0) return [];
  const place = [here.at.toISOString(), here.id] as const;
  const list = (values: string[], type: string) =>
    sql`array[${sql.join(
      values.slice(0, RELATED_KEYS).map((value) => sql`${value}`),
      sql`, `,
    )}]::${sql.raw(type)}[]`;
  const found = await db.execute<{ id: string }>(sql`
    select found.id from (
      select m.article_id id, m.listed_at at from unnest(${list(symbols, "text")}) key(symbol)
        cross join lateral (select article_id, listed_at from mentions where mentions.symbol = key.symbol
          and listed_at is not null and (listed_at, article_id) < (${place[0]}::timestamptz, ${place[1]}::uuid)
          order by listed_at desc, article_id desc limit 12) m
      union
      select t.article_id, t.listed_at from unnest(${list(tagIds, "uuid")}) key(tag)
        cross join lateral (select article_id, listed_at from article_tags where tag_id = key.tag
          and listed_at is not null and (listed_at, article_id) < (${place[0]}::timestamptz, ${place[1]}::uuid)
          order by listed_at desc, article_id desc limit 12) t
    ) found order by found.at desc, found.id desc limit ${limit * 4}`);
  const ids = [...found].map((row) => row.id);
  if (ids.length === 0) return [];
  return db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, eq(articles.kind, "story"), inArray(articles.id, ids)))
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(limit);
}

export const listTagsOf = (db: Db, articleId: string) =>
  db
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(articleTags.articleId, articleId))
    .orderBy(tags.name);

/** Securities of some articles, direct mentions first. */
export async function listMentions(db: Db, articleIds: string[]) {
  if (articleIds.length === 0) return [];
  return db
    .select({
      articleId: mentions.articleId,
      symbol: securities.symbol,
      name: securities.name,
      industry: securities.industry,
      relation: mentions.relation,
    })
    .from(mentions)
    .innerJoin(securities, eq(securities.symbol, mentions.symbol))
    .where(inArray(mentions.articleId, articleIds))
    .orderBy(mentions.articleId, mentions.relation, mentions.symbol);
}

/** First figure of an article's body, or null. */
export async function findFigure(db: Db, articleId: string) {
  const [row] = await db
    .select({ figure: sql<string | null>`substring(${articles.bodyHtml} from '<figure>.*?</figure>')` })
    .from(articles)
    .where(eq(articles.id, articleId));
  return row?.figure?.includes("<img") ? row.figure : null;
}

/** Which of these articles have a picture. */
export async function listIllustrated(db: Db, articleIds: string[]) {
  if (articleIds.length === 0) return [];
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(inArray(articles.id, articleIds), sql`${articles.bodyHtml} like '%<figure><img%'`));
  return rows.map((row) => row.id);
}

/** Outlets with the most stories since `since`; `today` counts those from `dayStart` on. */
export async function listBusiestCategories(db: Db, since: Date, dayStart: Date, limit: number) {
  return db
    .select({
      id: categories.id,
      slug: categories.slug,
      name: categories.name,
      today: sql<number>`count(*) filter (where ${articles.publishAt} >= ${dayStart.toISOString()}::timestamptz)::int`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, eq(articles.kind, "story"), gte(articles.publishAt, since)))
    .groupBy(categories.id)
    .orderBy(sql`count(*) desc`, categories.slug)
    .limit(limit);
}

/** Securities that most articles since `since` mention directly. */
export async function listMostMentioned(db: Db, since: Date, limit: number) {
  return db
    .select({ symbol: securities.symbol, name: securities.name, count: sql<number>`count(*)::int` })
    .from(articles)
    .innerJoin(mentions, eq(mentions.articleId, articles.id))
    .innerJoin(securities, eq(securities.symbol, mentions.symbol))
    .where(
      and(
        isPublic,
        inArray(articles.kind, ["story", "flash"]),
        gte(articles.publishAt, since),
        eq(mentions.relation, "direct"),
      ),
    )
    .groupBy(securities.symbol)
    .orderBy(sql`count(*) desc`, securities.symbol)
    .limit(limit);
}
