import "server-only";
import type { ArticleRow } from "@/lib/articles/stored";
import { moveArticle, openArticle, type Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Where an article stood before a step. */
export type Standing = Pick<ArticleRow, "status" | "publishAt" | "withdrawnReason">;

const UNDONE = "编辑撤销了这次发布。";

/**
 * Takes a publication or a withdrawal back, on the very version that it made. What has once been public keeps an
 * answering address: a draft that was published by mistake becomes withdrawn, not a draft. What was public with this
 * very text is public again, whatever today's checks say of it.
 */
export async function returnArticle(
  ctx: Ctx,
  { id, version, to }: { id: string; version: number; to: Standing },
): Promise<Written> {
  const isUp = to.status === "published" || (to.status === "scheduled" && to.publishAt !== null);
  return ctx.db.transaction(async (tx) => {
    const { status } = (await openArticle(tx, ctx, "view", { id, version })).article;
    if (status === "published") {
      const before = await openArticle(tx, ctx, "unpublish", { id, version });
      const reason = to.status === "withdrawn" ? (to.withdrawnReason ?? UNDONE) : UNDONE;
      const set = { status: "withdrawn", withdrawnReason: reason, withdrawnAt: ctx.now } as const;
      return moveArticle(tx, ctx, before, set, { action: "article.withdrawn", reason });
    }
    if (!isUp || (status !== "withdrawn" && status !== "draft")) throw new AppError("invalid", "这一步不能撤销");
    const before = await openArticle(tx, ctx, "publish", { id, version });
    if (to.status === "scheduled" && to.publishAt! <= ctx.now) throw new AppError("invalid", "原定的时间已经过了");
    const isPublic = to.status === "published" && { withdrawnReason: null, withdrawnAt: null };
    const set = { status: to.status, publishAt: to.publishAt, ...isPublic };
    return moveArticle(tx, ctx, before, set, { action: `article.${to.status}` });
  });
}
