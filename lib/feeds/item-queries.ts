import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { isPublic, link } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, media, tags } from "@/lib/db/schema";

/** So many characters of a body are enough to make a summary of. */
export const OPENING = 1200;

/** What feeds say of some articles that are public; of the text only the beginning where its licence wants that. */
export function listItemRows(db: Db, ids: string[]) {
  const { id, slug, kind, title, publishAt, categoryId, categoryName } = link;
  return db
    .select({
      ...{ id, slug, kind, title, publishAt, categoryId, categoryName },
      summary: articles.summary,
      sourceName: articles.sourceName,
      revisedAt: articles.revisedAt,
      updatedAt: articles.updatedAt,
      feedText: categories.feedText,
      outletUpdatedAt: categories.updatedAt,
      bodyHtml: sql<string>`case when ${categories.feedText} = 'full' then ${articles.bodyHtml}
        else left(${articles.bodyHtml}, ${OPENING}) end`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(isPublic, inArray(articles.id, ids)));
}
export type ItemRow = Awaited<ReturnType<typeof listItemRows>>[number];

/** Tags of some articles, by name. */
export const listTagsOf = (db: Db, ids: string[]) =>
  db
    .select({ articleId: articleTags.articleId, id: tags.id, name: tags.name })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(inArray(articleTags.articleId, ids))
    .orderBy(tags.name);

/** Files of pictures. */
export const listPictures = (db: Db, ids: string[]) =>
  db
    .select({
      id: media.id,
      generation: media.generation,
      mime: media.mime,
      bytes: media.bytes,
      width: media.width,
      height: media.height,
      variants: media.variants,
    })
    .from(media)
    .where(inArray(media.id, ids));
export type PictureRow = Awaited<ReturnType<typeof listPictures>>[number];
