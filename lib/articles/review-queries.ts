import "server-only";
import { eq } from "drizzle-orm";
import { checkArticle } from "@/lib/articles/checks";
import { can } from "@/lib/articles/policy";
import { suggestSlug } from "@/lib/articles/slug";
import type { ReviewInput } from "@/lib/articles/validation";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { visibleText } from "@/lib/content/text";
import type { Ctx } from "@/lib/context";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { listMentioned } from "@/lib/securities/mention-queries";
import { listCodeFaults, listNamed, listRejected } from "@/lib/securities/queries";

/** More are not shown at once; the rest comes when these are decided. */
const MOST_SUGGESTIONS = 30;

async function requireView(ctx: Ctx, articleId: string | null) {
  const { status, trashedFrom, createdBy, categoryId } = articles;
  const [article] = articleId
    ? await ctx.db
        .select({ status, trashedFrom, createdBy, categoryId })
        .from(articles)
        .where(eq(articles.id, articleId))
    : [];
  if (!can(ctx.actor, article ? "view" : "create", article)) throw new AppError("forbidden", "没有权限这样做");
}

/** What the dialog has to know of an article as it stands in the editor: suggestions, and what to check. */
export async function reviewArticle(ctx: Ctx, input: ReviewInput) {
  await requireView(ctx, input.articleId);
  const bodyHtml = sanitizeArticleHtml(input.bodyHtml);
  const paragraphs = [input.title, ...visibleText(bodyHtml).split("\n")];
  const text = paragraphs.join("\n");
  const [mentioned, rejected, confirmed, mismatches] = await Promise.all([
    listMentioned(ctx.db, paragraphs),
    input.articleId ? listRejected(ctx.db, input.articleId) : [],
    listNamed(ctx.db, input.symbols),
    listCodeFaults(ctx.db, text),
  ]);
  const decided = new Set([...input.symbols, ...rejected.map(({ symbol }) => symbol)]);
  return {
    suggestions: mentioned.filter(({ symbol }) => !decided.has(symbol)).slice(0, MOST_SUGGESTIONS),
    confirmed,
    rejected,
    checks: checkArticle({ ...input, bodyHtml }, mismatches),
    slug: suggestSlug(input.title, ctx.now),
    opening: paragraphs.slice(1).find((paragraph) => paragraph.trim() !== "") ?? "",
  };
}
