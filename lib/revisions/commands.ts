import "server-only";
import { and, eq } from "drizzle-orm";
import { updateArticle } from "@/lib/articles/commands";
import { can } from "@/lib/articles/policy";
import type { Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { articles, categories, mentions } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { canRestoreRevision } from "@/lib/revisions/policy";
import { findRevision } from "@/lib/revisions/queries";
import type { RestoreRevisionInput } from "@/lib/revisions/validation";

/**
 * Saves an old version's text and fields as a new version. The address, the date and where the article stands remain:
 * those are not content. Old rows never change, so they are read ahead of the write; what else may have changed
 * meanwhile bumps the version, which `updateArticle` checks under its lock.
 */
export async function restoreRevision(ctx: Ctx, input: RestoreRevisionInput): Promise<Written> {
  const { db, actor } = ctx;
  const [article] = await db.select().from(articles).where(eq(articles.id, input.id));
  if (!article || !can(actor, "view", article)) throw new AppError("not_found", "文章不存在");
  if (article.status === "trashed") throw new AppError("invalid", "文章在回收站里，请先恢复");
  if (!canRestoreRevision(actor, article)) throw new AppError("forbidden", "没有权限这样做");
  const old = await findRevision(db, article.id, input.revision);
  if (!old) throw new AppError("not_found", `没有第 ${input.revision} 版`);
  if (old.version === article.version) throw new AppError("invalid", "这就是现在的版本");
  const { kind, level, categoryId, sourceName, originalUrl, editorName, tags, symbols } = old.fields;

  // A revision lists every mention, and the form's list would make direct ones of an importer's sectors.
  const sectors = await db
    .select({ symbol: mentions.symbol })
    .from(mentions)
    .where(and(eq(mentions.articleId, article.id), eq(mentions.relation, "sector")));
  const notDirect = new Set(sectors.map(({ symbol }) => symbol));
  const [outlet] = await db.select({ id: categories.id }).from(categories).where(eq(categories.id, categoryId));
  const fields = {
    ...{ id: article.id, version: input.version, slug: article.slug },
    ...{ title: old.title, summary: old.summary, bodyHtml: old.bodyHtml },
    ...{ kind, level, sourceName, originalUrl, editorName, tags },
    categoryId: outlet?.id ?? article.categoryId,
    symbols: symbols.filter((symbol) => !notDirect.has(symbol)),
  };
  return updateArticle(ctx, fields, `恢复第 ${old.version} 版`);
}
