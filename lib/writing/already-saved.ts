import "server-only";
import { and, eq } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import { type Stored, staleTags, withLists } from "@/lib/articles/stored";
import type { Written } from "@/lib/articles/write";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { actorKey, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, revisions } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { fieldsOf, sameFields } from "@/lib/writing/fields";
import type { SaveWritingInput } from "@/lib/writing/validation";

type Form = Omit<SaveWritingInput, "seq" | "pastes" | "correction">;

/**
 * A save whose answer was lost is sent again: then the newest version is the one after the writer's, made by this
 * writer, and says the same. Anything else is a save of its own.
 */
export async function alreadySaved(tx: Tx, ctx: Ctx, input: Form): Promise<Written | null> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, input.id)).for("update");
  if (!article || article.version === input.version) return null;
  const [last] = await tx
    .select({ actor: revisions.actor, name: revisions.actorName })
    .from(revisions)
    .where(and(eq(revisions.articleId, article.id), eq(revisions.version, article.version)));
  const stored = await withLists(tx, article);
  const isMine = last?.actor === actorKey(ctx.actor) && can(ctx.actor, "edit", article);
  if (isMine && article.version === input.version + 1 && saysTheSame(stored, input))
    return { article, tags: await staleTags(tx, stored) };
  if (input.version > 0) return null;
  if (!can(ctx.actor, "edit", article)) throw new AppError("forbidden", "没有权限这样做");
  throw new AppError("conflict", `文章已被 ${last?.name ?? "他人"} 修改（第 ${article.version} 版），你的改动没有保存`);
}

function saysTheSame({ article, tags, mentions }: Stored, input: Form) {
  const stored = fieldsOf({
    ...article,
    tags: tags.map(({ name }) => name),
    symbols: mentions
      .filter(({ relation, origin }) => relation === "direct" && origin !== "auto")
      .map(({ symbol }) => symbol),
  });
  const sent = fieldsOf({
    ...input,
    slug: input.slug || article.slug,
    bodyHtml: sanitizeArticleHtml(input.bodyHtml),
    tags: [...new Set(input.tags)],
    symbols: [...new Set(input.symbols)],
  });
  return sameFields(stored, sent);
}
