import "server-only";
import { and, asc, count, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles, categories, pastes, revisions, securities } from "@/lib/db/schema";
import { readFields } from "@/lib/revisions/fields";

export const REVISIONS_A_PAGE = 50;

/** What the policy and the head of the page need; no body. */
export async function findArticleHead(db: Db, id: string) {
  const { title, slug, version, status, trashedFrom, createdBy, categoryId } = articles;
  const [row] = await db
    .select({ id: articles.id, title, slug, version, status, trashedFrom, createdBy, categoryId })
    .from(articles)
    .where(eq(articles.id, id));
  return row ?? null;
}

const head = {
  version: revisions.version,
  title: revisions.title,
  summary: revisions.summary,
  fields: revisions.fields,
  status: revisions.status,
  actorName: revisions.actorName,
  reason: revisions.reason,
  createdAt: revisions.createdAt,
};

/**
 * Characters outside of tags: what stands behind the `>` of each part between two `<`, both of which are escaped in
 * text and attributes. A regular expression takes thirteen times as long.
 */
const textLength = sql<number>`(
  select coalesce(sum(char_length(replace(split_part(part, '>', 2), ' ', ''))), 0)::int
  from unnest(string_to_array(${revisions.bodyHtml}, '<')) part)`;

/**
 * Newest first, pages by version. Bodies stay in the database: of each only a hash and the number of characters
 * outside of tags come over. The row behind the page is read too, because the last one is described against it.
 */
export async function listRevisions(db: Db, articleId: string, before?: number, limit = REVISIONS_A_PAGE) {
  const rows = await db
    .select({
      ...head,
      bodyHash: sql<string>`hashtextextended(${revisions.bodyHtml}, 0)::text`,
      bodyLength: textLength,
    })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), before ? lt(revisions.version, before) : undefined))
    .orderBy(desc(revisions.version))
    .limit(limit + 1);
  const items = rows.map((row) => ({ ...row, fields: readFields(row.fields) }));
  return { items: items.slice(0, limit), behind: items[limit] ?? null };
}

/** One version in full. */
export async function findRevision(db: Db, articleId: string, version: number) {
  const [row] = await db
    .select({ ...head, bodyHtml: revisions.bodyHtml })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version)));
  return row ? { ...row, fields: readFields(row.fields) } : null;
}

/** How many pasted originals belong to each of these versions; those without any are left out. */
export async function countPastes(db: Db, articleId: string, versions: number[]): Promise<Map<number, number>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .select({ version: pastes.version, count: count() })
    .from(pastes)
    .where(and(eq(pastes.articleId, articleId), inArray(pastes.version, versions)))
    .groupBy(pastes.version);
  return new Map(rows.map((row) => [row.version!, row.count]));
}

/** What was pasted into one version, in the order of time. */
export const listPastes = (db: Db, articleId: string, version: number) =>
  db
    .select({ id: pastes.id, html: pastes.html, dropped: pastes.dropped, createdAt: pastes.createdAt })
    .from(pastes)
    .where(and(eq(pastes.articleId, articleId), eq(pastes.version, version)))
    .orderBy(asc(pastes.createdAt), asc(pastes.id));

/** The versions directly before one and directly after another; numbers may have gaps. */
export async function findSteps(db: Db, articleId: string, from: number, to: number) {
  const [row] = await db.execute<{ previous: number | null; next: number | null }>(sql`
    select (select max(version) from revisions where article_id = ${articleId} and version < ${from}) previous,
      (select min(version) from revisions where article_id = ${articleId} and version > ${to}) next`);
  return row!; // a select without `from` always answers
}

/** What outlets and securities are called. */
export async function findNames(db: Db, categoryIds: string[], symbols: string[]) {
  const { id, name } = categories;
  const [outlets, listed] = await Promise.all([
    categoryIds.length > 0 ? db.select({ id, name }).from(categories).where(inArray(id, categoryIds)) : [],
    symbols.length > 0
      ? db
          .select({ symbol: securities.symbol, name: securities.name })
          .from(securities)
          .where(inArray(securities.symbol, symbols))
      : [],
  ]);
  return {
    categories: new Map(outlets.map((row) => [row.id, row.name])),
    securities: new Map(listed.map((row) => [row.symbol, row.name])),
  };
}
