import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { behind, isPublic, type LinkRow, link } from "@/lib/articles/queries";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, tags } from "@/lib/db/schema";

const before = (time: PgColumn, id: PgColumn, { at, id: first }: Position) =>
  sql`(${time}, ${id}) > (${at.toISOString()}::timestamptz, ${first}::uuid)`;

/** The articles of the same outlet around this one: the next newer one and, newest first, some older ones. */
export async function findNeighbours(db: Db, categoryId: string, here: Position, olderCount = 1) {
  const near = (place: SQL, order: SQL[], limit: number) =>
    db
      .select(link)
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(isPublic, eq(articles.categoryId, categoryId), place))
      .orderBy(...order)
      .limit(limit);
  const rows = await unionAll(
    near(before(articles.publishAt, articles.id, here), [asc(articles.publishAt), asc(articles.id)], 1),
    near(behind(articles.publishAt, articles.id, here), [desc(articles.publishAt), desc(articles.id)], olderCount),
  );
  const isNewer = ({ publishAt, id }: LinkRow) => +publishAt > +here.at || (+publishAt === +here.at && id > here.id);
  const older = rows
    .filter((row) => !isNewer(row))
    .sort((a, b) => +b.publishAt - +a.publishAt || (a.id < b.id ? 1 : -1));
  return { previous: older[0] ?? null, next: rows.find(isNewer) ?? null, older };
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
  const found = sql`
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
    ) found order by found.at desc, found.id desc limit ${limit * 4}`;
  return db
    .select(link)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, eq(articles.kind, "story"), sql`${articles.id} in (${found})`))
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

/** How far mentions are counted: enough to tell a regular from a newcomer, and an index scan of known cost. */
const MENTIONS_COUNTED = 100;

/** Articles before this one that mention each of these securities, up to `MENTIONS_COUNTED`. */
export async function countEarlierMentions(db: Db, symbols: string[], { at, id }: Position) {
  if (symbols.length === 0) return new Map<string, number>();
  const keys = sql.join(
    symbols.map((symbol) => sql`${symbol}`),
    sql`, `,
  );
  const rows = await db.execute<{ symbol: string; count: number }>(sql`
    select key.symbol, earlier.count from unnest(array[${keys}]::text[]) key(symbol)
      cross join lateral (select count(*)::int count from (
        select 1 from mentions where mentions.symbol = key.symbol and listed_at is not null
          and (listed_at, article_id) < (${at.toISOString()}::timestamptz, ${id}::uuid)
          order by listed_at desc, article_id desc limit ${MENTIONS_COUNTED}) counted) earlier`);
  return new Map([...rows].map(({ symbol, count }) => [symbol, count]));
}
