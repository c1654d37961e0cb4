import "server-only";
import { updateArticle } from "@/lib/articles/commands";
import { findForDesk } from "@/lib/articles/desk-queries";
import type { Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";

/** Changes an article's body and nothing else, by the ordinary command: policy, revision, audit row. Null: no change. */
export async function rewriteBody(ctx: Ctx, id: string, change: (html: string) => string): Promise<Written | null> {
  const found = await findForDesk(ctx.db, id);
  if (!found) return null;
  const { article, tags, symbols } = found;
  const bodyHtml = change(article.bodyHtml);
  if (bodyHtml === article.bodyHtml) return null;
  return updateArticle(ctx, { ...article, bodyHtml, tags, symbols });
}
