import "server-only";
import { and, eq, lte, sql } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import { withLists } from "@/lib/articles/stored";
import type { MoveArticleInput } from "@/lib/articles/validation";
import type { AuditRow } from "@/lib/articles/was-taken";
import { moveArticle, takeStep, type Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

/**
 * Publishes what is scheduled and due, each article in a transaction of its own. May run in any number of processes at
 * once: the row lock and the look at the status under it let exactly one of them publish an article.
 * @param wait for another who is publishing the same article, instead of leaving it to them
 */
export async function publishDue(ctx: Ctx, { wait = false } = {}): Promise<Written[]> {
  const due = and(sql`${articles.status} = 'scheduled'`, lte(articles.publishAt, ctx.now));
  const waiting = await ctx.db.select({ id: articles.id }).from(articles).where(due).orderBy(articles.publishAt);
  const published: Written[] = [];
  for (const { id } of waiting) {
    try {
      const written = await ctx.db.transaction(async (tx) => {
        if (wait) await tx.execute(sql`set local lock_timeout = '3s'`);
        const [article] = await tx
          .select()
          .from(articles)
          .where(and(eq(articles.id, id), due))
          .for("update", wait ? {} : { skipLocked: true });
        if (!article) return null;
        if (!can(ctx.actor, "publish", article)) throw new AppError("forbidden", "没有发布权限");
        const before = await withLists(tx, article);
        const set = { status: "published", withdrawnReason: null, withdrawnAt: null } as const;
        return moveArticle(tx, ctx, before, set, { action: "article.published" });
      });
      if (written) published.push(written);
    } catch (error) {
      // One article that cannot be published must not keep back the others.
      log.error({ err: error, articleId: id }, "a scheduled article could not be published");
    }
  }
  return published;
}

/** Takes the time back: a scheduled article is a draft again. */
export async function unscheduleArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  const left = ({ action }: AuditRow) => action === "article.unscheduled";
  return takeStep(ctx, "unpublish", input, left, async (tx, before) => {
    if (before.article.status !== "scheduled") throw new AppError("invalid", "文章没有定时");
    return moveArticle(tx, ctx, before, { status: "draft", publishAt: null }, { action: "article.unscheduled" });
  });
}
