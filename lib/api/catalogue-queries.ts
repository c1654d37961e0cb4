import "server-only";
import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/lib/db/client";
import { categories, type SECURITY_KINDS, securities, tags } from "@/lib/db/schema";

type Page = { after?: string | undefined; limit: number };

/** By bytes, which is the same in every database's locale; a key has one place. */
const bytes = (column: PgColumn) => sql`(${column} collate "C")`;
const behind = (column: PgColumn, after: string | undefined): SQL | undefined =>
  after === undefined ? undefined : sql`${bytes(column)} > ${after}`;
const page = <Row>(rows: Row[], limit: number) => ({ items: rows.slice(0, limit), hasMore: rows.length > limit });

const outlet = {
  slug: categories.slug,
  name: categories.name,
  description: categories.description,
  count: categories.publishedCount,
  newestAt: categories.newestAt,
  feedText: categories.feedText,
};
export type CategoryRow = NonNullable<Awaited<ReturnType<typeof findOutlet>>>;

/** Outlets that have something to read, by slug. What was merged away is not listed. */
export async function listOutlets(db: Db, { after, limit }: Page) {
  const rows = await db
    .select(outlet)
    .from(categories)
    .where(and(gt(categories.publishedCount, 0), isNull(categories.mergedIntoId), behind(categories.slug, after)))
    .orderBy(bytes(categories.slug))
    .limit(limit + 1);
  return page(rows, limit);
}

/** The outlet at this address. */
export async function findOutlet(db: Db, slug: string) {
  const [row] = await db
    .select({ ...outlet, id: categories.id })
    .from(categories)
    .where(and(eq(categories.slug, slug), isNull(categories.mergedIntoId)));
  return row ?? null;
}

/** Tags that a public article has, by slug. */
export async function listTopics(db: Db, { after, limit }: Page) {
  const rows = await db
    .select({ slug: tags.slug, name: tags.name, description: tags.description })
    .from(tags)
    .where(
      and(
        isNull(tags.mergedIntoId),
        behind(tags.slug, after),
        sql`exists (select 1 from article_tags x where x.tag_id = ${tags}.id and x.listed_at <= now())`,
      ),
    )
    .orderBy(bytes(tags.slug))
    .limit(limit + 1);
  return page(rows, limit);
}

type Kind = (typeof SECURITY_KINDS)[number];

/** Securities by symbol. */
export async function listSecurities(db: Db, kind: Kind | undefined, { after, limit }: Page) {
  const rows = await db
    .select({
      symbol: securities.symbol,
      name: securities.name,
      kind: securities.kind,
      fullName: securities.fullName,
      industry: securities.industry,
      listedOn: securities.listedOn,
    })
    .from(securities)
    .where(
      and(kind ? eq(securities.kind, kind) : undefined, after === undefined ? undefined : gt(securities.symbol, after)),
    )
    .orderBy(asc(securities.symbol))
    .limit(limit + 1);
  return page(rows, limit);
}
