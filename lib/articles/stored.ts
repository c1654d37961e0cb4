import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { type Listing, tagsOf } from "@/lib/articles/cache-tags";
import { tag } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/client";
import { articles, articleTags, mentions, redirects, tags } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { tagPath } from "@/lib/urls";

export type ArticleRow = typeof articles.$inferSelect;

/** An article with everything that decides on which pages it stands. */
export type Stored = {
  article: ArticleRow;
  tags: { id: string; name: string; slug: string }[];
  mentions: { symbol: string; relation: "direct" | "sector"; origin: "markup" | "auto" | "editor" }[];
};

/** Reads an article and keeps others from writing it until the transaction ends. */
export async function lockArticle(tx: Tx, id: string): Promise<Stored> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, id)).for("update");
  if (!article) throw new AppError("not_found", "文章不存在");
  return withLists(tx, article);
}

export async function withLists(tx: Tx, article: ArticleRow): Promise<Stored> {
  const itsTags = await tx
    .select({ id: tags.id, name: tags.name, slug: tags.slug })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(eq(articleTags.articleId, article.id))
    .orderBy(tags.name);
  const itsMentions = await tx
    .select({ symbol: mentions.symbol, relation: mentions.relation, origin: mentions.origin })
    .from(mentions)
    .where(eq(mentions.articleId, article.id))
    .orderBy(mentions.symbol);
  return { article, tags: itsTags, mentions: itsMentions };
}

/** Whether its address ever answered with the story: then it must never answer 404. */
export const wasPublic = (article: ArticleRow, now: Date) =>
  article.withdrawnAt !== null ||
  (article.status !== "scheduled" && article.publishAt !== null && article.publishAt <= now);

/** Puts an article's tags and mentions into the public lists, or out of them. */
export async function alignLists(tx: Tx, article: ArticleRow) {
  const listedAt = article.status === "published" ? article.publishAt : null;
  await tx.update(articleTags).set({ listedAt }).where(eq(articleTags.articleId, article.id));
  await tx.update(mentions).set({ listedAt }).where(eq(mentions.articleId, article.id));
}

/** Tags of all pages that show this state of the article, the redirects that lead to it among them. */
export async function staleTags(tx: Tx, stored: Stored): Promise<string[]> {
  const { article } = stored;
  const isPublic = article.status === "published";
  const listing: Listing = {
    id: article.id,
    slug: article.slug,
    kind: article.kind,
    isPublic,
    publishAt: article.publishAt,
    categoryId: article.categoryId,
    tagIds: stored.tags.map(({ id }) => id),
    symbols: stored.mentions.map(({ symbol }) => symbol),
    isNewest: isPublic && (await isNewest(tx, stored)),
  };
  const old = await tx.select({ path: redirects.fromPath }).from(redirects).where(eq(redirects.articleId, article.id));
  // A list by tag answered 404 until the first article made the tag.
  const topics = stored.tags.map(({ slug }) => tag.path(decodeURIComponent(tagPath(slug))));
  // What left the public, or comes back, is on the public record of corrections and withdrawals.
  const acts = !isPublic && article.publishAt ? [tag.corrections] : [];
  return [...tagsOf(listing), ...topics, ...acts, ...old.map(({ path }) => tag.path(path))];
}

/** Whether nothing public is as new in any list that shows it. One look at the end of an index for each list. */
async function isNewest(tx: Tx, { article, tags, mentions }: Stored): Promise<boolean> {
  const at = article.publishAt?.toISOString();
  if (!at) return false;
  const later = sql`status = 'published' and publish_at >= ${at}::timestamptz and id <> ${article.id}`;
  const listed = sql`listed_at is not null and listed_at >= ${at}::timestamptz and article_id <> ${article.id}`;
  const any = [
    sql`exists (select 1 from articles where category_id = ${article.categoryId} and ${later})`,
    sql`exists (select 1 from articles where kind = ${article.kind} and ${later})`,
    ...tags.map(({ id }) => sql`exists (select 1 from article_tags where tag_id = ${id} and ${listed})`),
    ...mentions.map(({ symbol }) => sql`exists (select 1 from mentions where symbol = ${symbol} and ${listed})`),
  ];
  const [row] = await tx.execute<{ newer: boolean }>(sql`select (${sql.join(any, sql` or `)}) newer`);
  return row?.newer === false;
}

/** One writer of addresses at a time, so that the look-ups below still hold when the row is written. */
export const lockAddresses = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('articles.slug'))`);

/** Says why an article (null: a new one) may not have this slug; null when it may. */
export async function slugFault(tx: Tx, slug: string, articleId: string | null): Promise<string | null> {
  const [holder] = await tx
    .select({ title: articles.title })
    .from(articles)
    .where(and(eq(articles.slug, slug), articleId ? ne(articles.id, articleId) : undefined));
  if (holder) return `这个地址已被《${holder.title}》使用`;
  const [former] = await tx
    .select({ title: articles.title })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .where(
      and(eq(redirects.fromPath, `/articles/${slug}`), sql`${redirects.articleId} is distinct from ${articleId}::uuid`),
    );
  return former ? `这个地址曾属于${former.title ? `《${former.title}》` : "别的页面"}，会转到那里，不能再用` : null;
}
