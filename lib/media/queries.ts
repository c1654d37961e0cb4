import "server-only";
import { and, asc, desc, eq, gt, ilike, inArray, lt, notExists, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { likeWords, pageOf } from "@/lib/db/paging";
import { articleMedia, articles, media, users } from "@/lib/db/schema";
import type { MediaView } from "@/lib/media/params";

const PAGE_SIZE = 36;

const tile = {
  id: media.id,
  name: media.name,
  mime: media.mime,
  width: media.width,
  height: media.height,
  thumbhash: media.thumbhash,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  status: media.status,
  fault: media.fault,
  generation: media.generation,
  rightsUntil: media.rightsUntil,
};

/** Never in any article's text: a deleted one is missed by nobody. */
const isUnused = (db: Db) =>
  notExists(db.select({ one: sql`1` }).from(articleMedia).where(eq(articleMedia.mediaId, media.id)));

type Filter = { words?: string; view?: MediaView; today: string };

/** Newest first; ids are in the order of time. */
export async function listMedia(db: Db, filter: Filter, page: { after?: string; before?: string }) {
  const backwards = page.before !== undefined;
  const rows = await db
    .select(tile)
    .from(media)
    .where(
      and(
        filter.view === "unused" ? isUnused(db) : undefined,
        filter.view === "unready" ? inArray(media.status, ["processing", "failed"]) : undefined,
        filter.view === "expired" ? lt(media.rightsUntil, filter.today) : undefined,
        ...likeWords(filter.words).map((like) =>
          or(ilike(media.name, like), ilike(media.alt, like), ilike(media.caption, like)),
        ),
        page.after ? lt(media.id, page.after) : undefined,
        page.before ? gt(media.id, page.before) : undefined,
      ),
    )
    .orderBy(backwards ? asc(media.id) : desc(media.id))
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, page);
}

/** One picture, who brought it, and the articles that show it now or did in an older version. */
export async function findMedia(db: Db, id: string) {
  const [found] = await db
    .select({ picture: media, by: users.name })
    .from(media)
    .leftJoin(users, eq(users.id, media.createdBy))
    .where(eq(media.id, id));
  if (!found) return null;
  const uses = await db
    .select({
      id: articles.id,
      title: articles.title,
      status: articles.status,
      trashedFrom: articles.trashedFrom,
      createdBy: articles.createdBy,
      categoryId: articles.categoryId,
      inText: articleMedia.inText,
    })
    .from(articleMedia)
    .innerJoin(articles, eq(articles.id, articleMedia.articleId))
    .where(eq(articleMedia.mediaId, id))
    .orderBy(desc(articleMedia.inText), desc(articles.updatedAt))
    .limit(200);
  return { ...found, uses };
}

/** What serving a file has to know. */
export async function findMediaFiles(db: Db, id: string) {
  const { mime, generation, sha256, status, variants } = media;
  const [row] = await db
    .select({ id: media.id, mime, generation, sha256, status, variants })
    .from(media)
    .where(eq(media.id, id));
  return row ?? null;
}

/** The oldest pictures that wait to be processed. */
export async function listWaiting(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: media.id })
    .from(media)
    .where(eq(media.status, "processing"))
    .orderBy(asc(media.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
