import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, mentions, revisions, tags, users } from "@/lib/db/schema";

/** One article with everything the form shows, and who changed it last. Securities that the text names by itself are suggestions there. */
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
      .where(and(eq(mentions.articleId, id), eq(mentions.relation, "direct"), ne(mentions.origin, "auto")))
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
  const { title, version, status, trashedFrom, createdBy, categoryId } = articles;
  const [row] = await db
    .select({ id: articles.id, title, version, status, trashedFrom, createdBy, categoryId })
    .from(articles)
    .where(and(eq(articles.id, id), eq(status, "trashed")));
  return row ?? null;
}

/** Every outlet that stands on its own, for a select. */
export const listOutlets = (db: Db) =>
  db
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(isNull(categories.mergedIntoId))
    .orderBy(asc(categories.pinyin), asc(categories.name));

/** Everyone who may have begun an article. */
export const listAuthors = (db: Db) =>
  db.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name), asc(users.id));
