import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { findForDesk } from "@/lib/articles/desk-queries";
import type { Db, Tx } from "@/lib/db/client";
import { articles, presence, revisions, users, workingCopies } from "@/lib/db/schema";
import { draftName, NAME_SOURCE_LENGTH } from "@/lib/writing/draft-name";
import { type ArticleFields, fieldsOf } from "@/lib/writing/fields";

/** A row whose text was saved or thrown away stays for a while, empty, so that an autosave that comes late finds it. */
export const isSpent = sql`${workingCopies.fields} = '{}'::jsonb`;

const governed = {
  status: articles.status,
  trashedFrom: articles.trashedFrom,
  createdBy: articles.createdBy,
  categoryId: articles.categoryId,
  takenDownAt: articles.takenDownAt,
  version: articles.version,
};

/** What the rules and the version precondition look at. */
export async function findGoverned(db: Db | Tx, id: string) {
  const [row] = await db.select(governed).from(articles).where(eq(articles.id, id));
  return row ?? null;
}

/** The same, and until the transaction ends nobody takes the article down. */
export async function holdGoverned(tx: Tx, id: string) {
  const [row] = await tx.select(governed).from(articles).where(eq(articles.id, id)).for("key share");
  return row ?? null;
}

/** One person's own unsaved text; nobody else's can be asked for. `fields` is null when there is none. */
export async function findWorkingCopy(db: Db | Tx, articleId: string, userId: string) {
  const [row] = await db
    .select()
    .from(workingCopies)
    .where(and(eq(workingCopies.articleId, articleId), eq(workingCopies.userId, userId)));
  if (!row) return null;
  const fields = Object.keys(row.fields).length > 0 ? fieldsOf(row.fields) : null;
  return { baseVersion: row.baseVersion, seq: row.seq, fields, savedAt: row.updatedAt.toISOString() };
}

/** New stories that this person began and never saved, newest first. */
export async function listUnsavedNew(db: Db, userId: string) {
  const rows = await db
    .select({
      id: workingCopies.articleId,
      seq: workingCopies.seq,
      title: sql<string>`coalesce(${workingCopies.fields}->>'title', '')`,
      bodyHtml: sql<string>`left(coalesce(${workingCopies.fields}->>'bodyHtml', ''), ${NAME_SOURCE_LENGTH}::int)`,
      savedAt: workingCopies.updatedAt,
    })
    .from(workingCopies)
    .leftJoin(articles, eq(articles.id, workingCopies.articleId))
    .where(and(eq(workingCopies.userId, userId), isNull(articles.id), sql`not ${isSpent}`))
    .orderBy(desc(workingCopies.updatedAt))
    .limit(100);
  return rows.map(({ id, seq, savedAt, ...text }) => ({
    id,
    seq,
    title: draftName(text),
    savedAt: savedAt.toISOString(),
  }));
}

/** Which of these stories exist, with what the rules look at. */
export const listGoverned = (db: Db, ids: string[]) =>
  db
    .select({
      id: articles.id,
      status: articles.status,
      trashedFrom: articles.trashedFrom,
      createdBy: articles.createdBy,
      categoryId: articles.categoryId,
    })
    .from(articles)
    .where(inArray(articles.id, ids));

/** Who else has the article open; a row not renewed since `since` means nothing. */
export const listOthers = (db: Db | Tx, articleId: string, userId: string, since: Date) =>
  db
    .select({ id: users.id, name: users.name, isWriting: presence.isWriting })
    .from(presence)
    .innerJoin(users, eq(users.id, presence.userId))
    .where(and(eq(presence.articleId, articleId), ne(presence.userId, userId), gt(presence.seenAt, since)))
    .orderBy(asc(users.name));

/** The form as an earlier version had it. */
export async function findVersion(db: Db, articleId: string, version: number): Promise<ArticleFields | null> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.version, version)));
  return row ? fieldsOf({ ...row.fields, title: row.title, summary: row.summary, bodyHtml: row.bodyHtml }) : null;
}

/** The form as it is stored now, with its version and who made it. */
export async function findNewest(db: Db, articleId: string) {
  const found = await findForDesk(db, articleId);
  if (!found) return null;
  const { article, tags, symbols, lastActor } = found;
  return { fields: fieldsOf({ ...article, tags, symbols }), version: article.version, by: lastActor ?? "他人" };
}
