import { createHash } from "node:crypto";
import type { articles } from "@/lib/db/schema";
import type { ArticleDraft } from "./jekyll/group";

type Article = Pick<
  typeof articles.$inferSelect,
  | "slug"
  | "kind"
  | "level"
  | "title"
  | "summary"
  | "bodyHtml"
  | "status"
  | "categoryId"
  | "sourceName"
  | "originalUrl"
  | "editorName"
  | "publishAt"
>;

/** Fingerprint of what an import writes and an editor can change. */
export function writtenHash(article: Article): string {
  const { slug, kind, level, title, summary, bodyHtml, status, categoryId, sourceName, originalUrl, editorName } =
    article;
  const fields = [slug, kind, level, title, summary, bodyHtml, status, categoryId, sourceName, originalUrl, editorName];
  return createHash("sha256")
    .update(JSON.stringify([...fields, article.publishAt?.getTime() ?? null]))
    .digest("hex");
}

/** The row that a draft becomes. */
export function toArticle(draft: ArticleDraft, categoryId: string, now: Date) {
  const { id, slug, kind, level, title, summary, bodyHtml, wordCount, sourceName, originalUrl, publishAt } = draft;
  return {
    ...{ id, slug, kind, level, title, summary, bodyHtml, wordCount, sourceName, originalUrl, publishAt, categoryId },
    status: "published" as const,
    editorName: "",
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

export type ArticleRow = ReturnType<typeof toArticle>;

/** The other fields of a revision. */
export const revisionFields = (row: ArticleRow, { tags, mentions }: Pick<ArticleDraft, "tags" | "mentions">) => ({
  ...{ slug: row.slug, kind: row.kind, level: row.level, categoryId: row.categoryId, sourceName: row.sourceName },
  ...{
    originalUrl: row.originalUrl,
    editorName: row.editorName,
    publishAt: row.publishAt.toISOString(),
    tags,
    symbols: mentions.map(({ symbol }) => symbol),
  },
});
