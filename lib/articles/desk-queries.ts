import "server-only";
import { and, asc, desc, eq, ilike, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { likeWords, pageOf } from "@/lib/db/paging";
import { articles, articleTags, categories, mentions, revisions, tags, users } from "@/lib/db/schema";

const PAGE_SIZE = 20;

/** A place in the desk's list. In microseconds, as stored: many imported rows share one millisecond. */
export type DeskPosition = { micros: string; id: string };
export type DeskFilter = {
  status?: (typeof articles.$inferSelect)["status"];
  kind?: "story" | "flash";
  categoryId?: string;
  words?: string;
  createdBy?: string;
};

const micros = sql<string>`(extract(epoch from ${articles.updatedAt}) * 1000000)::bigint::text`;
const line = {
  id: articles.id,
  title: articles.title,
  kind: articles.kind,
  level: articles.level,
  status: articles.status,
  publishAt: articles.publishAt,
  updatedAt: articles.updatedAt,
  version: articles.version,
  categoryName: categories.name,
  authorName: users.name,
  micros,
};

const place = (position: DeskPosition, comparison: SQL) =>
  sql`(${articles.updatedAt}, ${articles.id}) ${comparison} (timestamptz 'epoch' + ${position.micros}::bigint * interval '1 microsecond', ${position.id}::uuid)`;

/** All states of all articles, last changed first; never the body. Without a status, all but the trash. */
export async function listDesk(db: Db, filter: DeskFilter, page: { after?: DeskPosition; before?: DeskPosition }) {
  const backwards = page.before !== undefined;
  const rows = await db
    .select(line)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(users, eq(users.id, articles.createdBy))
    .where(
      and(
        filter.status ? eq(articles.status, filter.status) : ne(articles.status, "trashed"),
        filter.kind && eq(articles.kind, filter.kind),
        filter.categoryId ? eq(articles.categoryId, filter.categoryId) : undefined,
        filter.createdBy ? eq(articles.createdBy, filter.createdBy) : undefined,
        ...likeWords(filter.words).map((like) => ilike(articles.title, like)),
        page.after && place(page.after, sql`<`),
        page.before && place(page.before, sql`>`),
      ),
    )
    .orderBy(
      ...(backwards ? [asc(articles.updatedAt), asc(articles.id)] : [desc(articles.updatedAt), desc(articles.id)]),
    )
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, page);
}

/** One article with everything the form shows, and who changed it last. */
export async function findForDesk(db: Db, id: string) {
  const [article] = await db.select().from(articles).where(eq(articles.id, id));
  if (!article) return null;
  const [itsTags, itsMentions, [last]] = await Promise.all([
    db
      .select({ name: tags.name })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .where(eq(articleTags.articleId, id))
      .orderBy(tags.name),
    db
      .select({ symbol: mentions.symbol })
      .from(mentions)
      .where(and(eq(mentions.articleId, id), eq(mentions.relation, "direct")))
      .orderBy(mentions.symbol),
    db
      .select({ name: revisions.actorName })
      .from(revisions)
      .where(and(eq(revisions.articleId, id), eq(revisions.version, article.version))),
  ]);
  return {
    article,
    tags: itsTags.map(({ name }) => name),
    symbols: itsMentions.map(({ symbol }) => symbol),
    lastActor: last?.name ?? null,
  };
}

/** An article if it lies in the bin: what an undo has to know. */
export async function findTrashed(db: Db, id: string) {
  const { title, version, status, trashedFrom, createdBy } = articles;
  const [row] = await db
    .select({ id: articles.id, title, version, status, trashedFrom, createdBy })
    .from(articles)
    .where(and(eq(articles.id, id), eq(status, "trashed")));
  return row ?? null;
}

/** Every outlet, for a select. */
export const listOutlets = (db: Db) =>
  db
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .orderBy(asc(categories.pinyin), asc(categories.name));
