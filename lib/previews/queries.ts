import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, gt } from "drizzle-orm";
import { findBySlug } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import { articles, previewLinks, users } from "@/lib/db/schema";
import { isShareable } from "@/lib/previews/policy";
import { tokenSchema } from "@/lib/previews/validation";

export const previewTokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** The article behind a link that works at this moment. Why another does not work, nobody learns. */
export async function findSharedArticle(db: Db, token: string, now: Date) {
  if (!tokenSchema.safeParse(token).success) return null;
  const [link] = await db
    .select({ slug: articles.slug, status: articles.status, expiresAt: previewLinks.expiresAt })
    .from(previewLinks)
    .innerJoin(articles, eq(articles.id, previewLinks.articleId))
    .where(and(eq(previewLinks.tokenHash, previewTokenHash(token)), gt(previewLinks.expiresAt, now)));
  if (!link || !isShareable(link)) return null;
  const row = await findBySlug(db, link.slug);
  return row && { row, expiresAt: link.expiresAt };
}

/** An article's links that still work, newest first. */
export const listPreviewLinks = (db: Db, articleId: string, now: Date) =>
  db
    .select({
      link: previewLinks.tokenHash,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
      creator: users.name,
    })
    .from(previewLinks)
    .leftJoin(users, eq(users.id, previewLinks.createdBy))
    .where(and(eq(previewLinks.articleId, articleId), gt(previewLinks.expiresAt, now)))
    .orderBy(desc(previewLinks.createdAt), previewLinks.tokenHash);

/** What the policy needs of an article, and where its text is found. */
export async function findPreviewed(db: Db, id: string) {
  const { slug, title, version, status, trashedFrom, createdBy, categoryId } = articles;
  const [row] = await db
    .select({ id: articles.id, slug, title, version, status, trashedFrom, createdBy, categoryId })
    .from(articles)
    .where(eq(articles.id, id));
  return row ?? null;
}
