import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { behind, isPublic } from "@/lib/articles/queries";
import type { CorrectionKind } from "@/lib/corrections/validation";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, mentions } from "@/lib/db/schema";

/** How much of their texts articles are read with: none, as far as their outlet allows, or all. */
export type Share = "none" | "allowed" | "all";

type Mentioned = { symbol: string; name: string; relation: "direct" | "sector" };
type Corrected = { kind: CorrectionKind; note: string; reason: string; at: string };

const SHARES: Record<Share, SQL> = {
  none: sql`false`,
  allowed: sql`${categories.feedText} = 'full'`,
  all: sql`true`,
};

/** Everything of an article that partners get, by one statement: each one costs the server half a millisecond. */
const fieldsOf = (share: Share) => ({
  id: articles.id,
  slug: articles.slug,
  kind: articles.kind,
  level: articles.level,
  title: articles.title,
  summary: articles.summary,
  openingHtml: sql<string>`case when ${articles.summary} = '' then left(${articles.bodyHtml}, 1200) else '' end`,
  isWhole: sql<boolean>`${SHARES[share]}`,
  bodyHtml: sql<string>`case when ${SHARES[share]} then ${articles.bodyHtml} else '' end`,
  wordCount: articles.wordCount,
  version: articles.version,
  sourceName: articles.sourceName,
  originalUrl: articles.originalUrl,
  editorName: articles.editorName,
  publishAt: articles.publishAt,
  revisedAt: articles.revisedAt,
  categorySlug: categories.slug,
  categoryName: categories.name,
  feedText: categories.feedText,
  tags: sql<{ slug: string; name: string }[]>`(
    select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.name), '[]')
    from article_tags x join tags t on t.id = x.tag_id where x.article_id = ${articles.id})`,
  mentions: sql<Mentioned[]>`(
    select coalesce(json_agg(json_build_object('symbol', s.symbol, 'name', s.name, 'relation', m.relation)
      order by m.relation, m.symbol), '[]')
    from mentions m join securities s on s.symbol = m.symbol where m.article_id = ${articles.id})`,
  corrections: sql<Corrected[]>`(
    select coalesce(json_agg(json_build_object('kind', r.kind, 'note', r.note, 'reason', r.reason, 'at', r.created_at)
      order by r.created_at, r.id), '[]')
    from corrections r where r.article_id = ${articles.id})`,
});

/** What decides how it stands to readers. */
const standing = {
  status: articles.status,
  trashedFrom: articles.trashedFrom,
  takenDownAt: articles.takenDownAt,
  withdrawnAt: articles.withdrawnAt,
  withdrawnReason: articles.withdrawnReason,
};

export type ArticleRow = Awaited<ReturnType<typeof listArticlesByIds>>[number];

export type ArticleFilter = {
  categoryId?: string | undefined;
  tagId?: string | undefined;
  symbol?: string | undefined;
  kind?: "story" | "flash" | undefined;
  level?: number | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

/**
 * Public articles, newest first, by position; every one, also where several tell one story. A tag or a security leads
 * by its own list, so that a rare one is found at once in a large archive.
 */
export async function listArticles(
  db: Db,
  filter: ArticleFilter,
  { after, limit, share }: { after?: Position | undefined; limit: number; share: Share },
) {
  const { categoryId, tagId, symbol, kind, level, from, to } = filter;
  const [time, id] = symbol
    ? [mentions.listedAt, mentions.articleId]
    : tagId
      ? [articleTags.listedAt, articleTags.articleId]
      : [articles.publishAt, articles.id];
  const query = db
    .select({ ...fieldsOf(share), listedAt: sql<Date>`${time}`.mapWith(time) })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .$dynamic();
  if (symbol) query.innerJoin(mentions, and(eq(mentions.articleId, articles.id), eq(mentions.symbol, symbol)));
  if (tagId) query.innerJoin(articleTags, and(eq(articleTags.articleId, articles.id), eq(articleTags.tagId, tagId)));
  const rows = await query
    .where(
      and(
        isPublic,
        symbol || tagId ? sql`${time} is not null` : undefined,
        categoryId ? eq(articles.categoryId, categoryId) : undefined,
        // A flash alone can be important; said in these words, the index on important flashes serves.
        level === undefined
          ? kind && eq(articles.kind, kind)
          : and(
              eq(articles.level, level),
              level > 1 ? sql`${articles.kind} = 'flash' and ${articles.level} > 1` : undefined,
              kind && eq(articles.kind, kind),
            ),
        from && sql`${time} >= ${from.toISOString()}::timestamptz`,
        to && sql`${time} < ${to.toISOString()}::timestamptz`,
        after && behind(time, id, after),
      ),
    )
    .orderBy(desc(time), desc(id))
    .limit(limit + 1);
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}

/** Those of some articles that are public, in no order. */
export const listArticlesByIds = (db: Db, ids: string[], share: Share) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select(fieldsOf(share))
        .from(articles)
        .innerJoin(categories, eq(categories.id, articles.categoryId))
        .where(and(isPublic, inArray(articles.id, ids)));

/** One article by its id or slug, whatever its status: the caller decides what is said of it. */
export async function findArticle(db: Db, by: { id: string } | { slug: string }, share: Share) {
  const [row] = await db
    .select({ ...fieldsOf(share), ...standing })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where("id" in by ? eq(articles.id, by.id) : eq(articles.slug, by.slug));
  return row ?? null;
}

/** Where some articles stand and how, with the public reason of what is gone. */
export async function listStandings(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: articles.id,
      slug: articles.slug,
      publishAt: articles.publishAt,
      ...standing,
      takedownReason: sql<string | null>`(select t.reason from takedowns t where t.article_id = ${articles.id})`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.id, ids));
}
