import "server-only";
import { and, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { worksIn } from "@/lib/articles/policy";
import { suggestSlug } from "@/lib/articles/slug";
import { slugFault } from "@/lib/articles/stored";
import type { CreateArticleInput } from "@/lib/articles/validation";
import { findSurvivor } from "@/lib/categories/survivors";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { countWords } from "@/lib/content/text";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articleTags, mentions, securities } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { ensureTags } from "@/lib/tags/commands";
import { holdTaxonomy } from "@/lib/taxonomy/lock";

/** The columns that the form fills. The body is sanitised here and nowhere else. */
export function content(input: CreateArticleInput) {
  const bodyHtml = sanitizeArticleHtml(input.bodyHtml);
  const { title, summary, kind, level, categoryId, sourceName, originalUrl, editorName } = input;
  return {
    title,
    summary,
    kind,
    level,
    categoryId,
    sourceName,
    originalUrl,
    editorName,
    bodyHtml,
    wordCount: countWords(bodyHtml),
  };
}

/**
 * The outlet that an article of this one stands under: itself, or the one that took it in while a writer had the story
 * open. Until this transaction ends it stays so.
 */
export async function requireCategory(tx: Tx, id: string): Promise<string> {
  await holdTaxonomy(tx);
  const survivor = await findSurvivor(tx, id);
  if (!survivor) throw new AppError("invalid", "请检查标出的地方", { categoryId: "没有这个媒体" });
  return survivor.id;
}

/** Nobody puts a story where they have no rights. */
export function requireOwnCategory({ actor }: Ctx, id: string) {
  if (!worksIn(actor, id)) throw new AppError("forbidden", "请检查标出的地方", { categoryId: "你在这个媒体没有权限" });
}

export async function requireFreeSlug(tx: Tx, slug: string, articleId: string | null) {
  const fault = await slugFault(tx, slug, articleId);
  if (fault) throw new AppError("invalid", "请检查标出的地方", { slug: fault });
}

/** The wanted slug, or the first free one made from the title. */
export async function freeSlug(tx: Tx, ctx: Ctx, wanted: string, title: string): Promise<string> {
  if (wanted) {
    await requireFreeSlug(tx, wanted, null);
    return wanted;
  }
  const suggestion = suggestSlug(title, ctx.now);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? suggestion : `${suggestion}-${n}`;
    if (!(await slugFault(tx, slug, null))) return slug;
  }
}

/** Writes tags and direct mentions as the form has them. What an importer found about sectors stays, and what the text names by itself. */
export async function writeLists(tx: Tx, articleId: string, input: CreateArticleInput) {
  const tagIds = (await ensureTags(tx, input.tags)).map(({ id }) => id);
  await tx
    .delete(articleTags)
    .where(
      and(eq(articleTags.articleId, articleId), tagIds.length > 0 ? notInArray(articleTags.tagId, tagIds) : undefined),
    );
  if (tagIds.length > 0)
    await tx
      .insert(articleTags)
      .values(tagIds.map((tagId) => ({ articleId, tagId })))
      .onConflictDoNothing();

  const symbols = [...new Set(input.symbols)].sort();
  const known =
    symbols.length > 0
      ? await tx.select({ symbol: securities.symbol }).from(securities).where(inArray(securities.symbol, symbols))
      : [];
  const unknown = symbols.filter((symbol) => !known.some((row) => row.symbol === symbol));
  if (unknown.length > 0)
    throw new AppError("invalid", "请检查标出的地方", { symbols: `没有这些证券：${unknown.join("、")}` });
  await tx
    .delete(mentions)
    .where(
      and(
        eq(mentions.articleId, articleId),
        eq(mentions.relation, "direct"),
        ne(mentions.origin, "auto"),
        symbols.length > 0 ? notInArray(mentions.symbol, symbols) : undefined,
      ),
    );
  if (symbols.length > 0) {
    await tx
      .insert(mentions)
      .values(symbols.map((symbol) => ({ articleId, symbol, relation: "direct" as const, origin: "editor" as const })))
      .onConflictDoUpdate({
        target: [mentions.articleId, mentions.symbol],
        set: {
          relation: sql`excluded.relation`,
          origin: sql`case when ${mentions.origin} = 'auto' then 'editor' else ${mentions.origin} end`,
        },
      });
  }
}
