import "server-only";
import { createHash } from "node:crypto";
import { and, arrayContains, desc, eq, inArray, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/lib/db/client";
import {
  articleMedia,
  articles,
  corrections,
  importFiles,
  media,
  pastes,
  previewLinks,
  type Removed,
  reports,
  revisions,
  takedowns,
  workingCopies,
} from "@/lib/db/schema";
import { mediaIdsIn } from "@/lib/media/addresses";
import { isSpent } from "@/lib/writing/queries";

/**
 * Pictures that this article shows, showed in an earlier version or has in anybody's unsaved text, and that nothing
 * else uses.
 */
export async function listOwnPictures(db: Db | Tx, articleId: string): Promise<string[]> {
  const of = eq(workingCopies.articleId, articleId);
  const copies = await db
    .select({ html: sql<string>`${workingCopies.fields}->>'bodyHtml'` })
    .from(workingCopies)
    .where(of);
  const noted = await db
    .select({ id: articleMedia.mediaId })
    .from(articleMedia)
    .where(eq(articleMedia.articleId, articleId));
  const ids = [...new Set([...noted.map(({ id }) => id), ...copies.flatMap(({ html }) => mediaIdsIn(html ?? ""))])];
  if (ids.length === 0) return [];
  const other = alias(articleMedia, "other");
  const rows = await db
    .select({ id: media.id })
    .from(media)
    .where(
      and(
        inArray(media.id, ids),
        notExists(
          db
            .select({ one: sql`1` })
            .from(other)
            .where(and(eq(other.mediaId, media.id), ne(other.articleId, articleId))),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(workingCopies)
            .where(
              and(
                ne(workingCopies.articleId, articleId),
                sql`${workingCopies.fields}::text like '%/media/' || ${media.id} || '/%'`,
              ),
            ),
        ),
      ),
    )
    .orderBy(media.id);
  return rows.map(({ id }) => id);
}

/** How much of an article there is to destroy. */
export async function countRemovable(db: Db | Tx, articleId: string): Promise<Removed> {
  const [text] = await db.select({ count: articles.wordCount }).from(articles).where(eq(articles.id, articleId));
  return {
    versions: await db.$count(revisions, eq(revisions.articleId, articleId)),
    characters: text?.count ?? 0,
    pictures: (await listOwnPictures(db, articleId)).length,
    imports: await db.$count(importFiles, eq(importFiles.articleId, articleId)),
    drafts: await db.$count(workingCopies, and(eq(workingCopies.articleId, articleId), sql`not ${isSpent}`)),
    pastes: await db.$count(pastes, eq(pastes.articleId, articleId)),
    previews: await db.$count(previewLinks, eq(previewLinks.articleId, articleId)),
    corrections: await db.$count(corrections, eq(corrections.articleId, articleId)),
    reports: await db.$count(reports, eq(reports.articleId, articleId)),
  };
}

/** The record of what was here; null when the article was not taken down. */
export async function findTakedown(db: Db, articleId: string) {
  const [row] = await db.select().from(takedowns).where(eq(takedowns.articleId, articleId));
  return row ?? null;
}

/** Under which a path is remembered that answered until something was taken down. */
export const hashOfPath = (decodedPath: string) => createHash("sha256").update(decodedPath).digest("hex");

/** The record of the takedown that this path went with; null when it went with none. */
export async function findTakedownOfPath(db: Db, decodedPath: string) {
  const [row] = await db
    .select()
    .from(takedowns)
    .where(arrayContains(takedowns.goneHashes, [hashOfPath(decodedPath)]))
    .limit(1);
  return row ?? null;
}

/** Every record, newest first. */
export const listTakedowns = (db: Db) =>
  db
    .select({
      id: takedowns.id,
      number: takedowns.number,
      articleId: takedowns.articleId,
      requester: takedowns.requester,
      reason: takedowns.reason,
      actorName: takedowns.actorName,
      createdAt: takedowns.createdAt,
    })
    .from(takedowns)
    .orderBy(desc(takedowns.createdAt), desc(takedowns.id))
    .limit(500);
