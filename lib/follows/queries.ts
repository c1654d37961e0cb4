import "server-only";
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { behind, card, isPublic, PAGE_SIZE } from "@/lib/articles/queries";
import { mapSurvivors } from "@/lib/categories/survivors";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { articles, categories, categoryAliases, mentions, securities } from "@/lib/db/schema";

type Page = { after?: Position; limit?: number };
/** Securities by what counts as news of them: direct mentions, or of a sector any; and outlets by id. */
export type Sources = { symbols: string[]; sectors: string[]; outlets: string[] };

/** Where these names lead today: securities by kind, outlets also by an address that they had; unknown ones are left out. */
export async function resolveFollows(db: Db, symbols: string[], slugs: string[]): Promise<Sources> {
  const known =
    symbols.length === 0
      ? []
      : await db
          .select({ symbol: securities.symbol, kind: securities.kind })
          .from(securities)
          .where(inArray(securities.symbol, symbols));
  const named =
    slugs.length === 0
      ? []
      : await db
          .select({ id: categories.id })
          .from(categories)
          .where(inArray(categories.slug, slugs))
          .union(
            db
              .select({ id: categoryAliases.categoryId })
              .from(categoryAliases)
              .where(inArray(categoryAliases.alias, slugs)),
          );
  const standing = await mapSurvivors(
    db,
    named.map(({ id }) => id),
  );
  const ofKind = (isSector: boolean) =>
    known.filter(({ kind }) => (kind === "sector") === isSector).map(({ symbol }) => symbol);
  return { symbols: ofKind(false), sectors: ofKind(true), outlets: [...new Set(standing.values())] };
}

const behindIn = (after: Position | undefined, time: PgColumn, id: PgColumn) =>
  after ? sql`and ${behind(time, id, after)}` : sql.empty();

/** The newest mentions of each of some securities: one range of an index each, however many there are. */
const mentionsOf = (symbols: string[], only: SQL, limit: number, after?: Position) => sql`
  select newest.* from unnest(array[${sql.join(
    symbols.map((symbol) => sql`${symbol}`),
    sql`, `,
  )}]::text[]) followed(symbol) cross join lateral (
    select article_id, listed_at from mentions where symbol = followed.symbol ${only}
      and listed_at is not null and listed_at <= now() ${behindIn(after, mentions.listedAt, mentions.articleId)}
    order by listed_at desc, article_id desc limit ${limit}) newest`;

/** The newest of each of some outlets, in the same way. */
const articlesOf = (outlets: string[], limit: number, after?: Position) => sql`
  select newest.* from unnest(array[${idList(outlets)}]::uuid[]) followed(outlet) cross join lateral (
    select id article_id, publish_at listed_at from articles where category_id = followed.outlet
      and ${isPublic} ${behindIn(after, articles.publishAt, articles.id)}
    order by publish_at desc, id desc limit ${limit}) newest`;

/** Places of the newest articles of these sources, each once, as `(article_id, listed_at)`; null without any source. */
export function newestFollowed({ symbols, sectors, outlets }: Sources, limit: number, after?: Position): SQL | null {
  const parts = [
    symbols.length > 0 && mentionsOf(symbols, sql.raw("and relation = 'direct'"), limit, after),
    sectors.length > 0 && mentionsOf(sectors, sql.empty(), limit, after),
    outlets.length > 0 && articlesOf(outlets, limit, after),
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return sql`select article_id, listed_at from (${sql.join(parts, sql` union `)}) of_all
    order by listed_at desc, article_id desc limit ${limit}`;
}

/** Public articles of these sources, stories and flashes, newest first, each once. */
export async function listFollowed(db: Db, sources: Sources, { after, limit = PAGE_SIZE }: Page = {}) {
  const newest = newestFollowed(sources, limit + 1, after);
  if (!newest) return { items: [], hasMore: false };
  const rows = await db
    .select(card)
    .from(sql`(${newest}) found`)
    .innerJoin(articles, eq(articles.id, sql`found.article_id`))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(isPublic)
    .orderBy(sql`found.listed_at desc, found.article_id desc`);
  return { items: rows.slice(0, limit), hasMore: rows.length > limit };
}
