import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, lte } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, previewLinks } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { canShare, isShareable } from "@/lib/previews/policy";
import { previewTokenHash } from "@/lib/previews/queries";
import type { CreatePreviewLinkInput, RevokePreviewLinkInput } from "@/lib/previews/validation";

const DAY_MS = 24 * 3600_000;
/** Links of one article that work at the same time. */
const MOST_LINKS = 20;

/** Makes a secret link. The token is given back here and nowhere else: only its hash is kept. */
export async function createPreviewLink(ctx: Ctx, input: CreatePreviewLinkInput) {
  return ctx.db.transaction(async (tx) => {
    const article = await open(tx, ctx, input.id);
    if (!isShareable(article)) throw new AppError("invalid", "已撤回或在回收站里的文章不能给外人看");
    const ofArticle = eq(previewLinks.articleId, article.id);
    await tx.delete(previewLinks).where(and(ofArticle, lte(previewLinks.expiresAt, ctx.now)));
    if ((await tx.$count(previewLinks, ofArticle)) >= MOST_LINKS)
      throw new AppError("invalid", `一篇文章最多 ${MOST_LINKS} 个外链，请先撤销不用的`);
    const token = randomBytes(32).toString("base64url");
    const tokenHash = previewTokenHash(token);
    const expiresAt = new Date(ctx.now.getTime() + input.days * DAY_MS);
    const createdBy = ctx.actor.kind === "user" ? ctx.actor.id : null;
    await tx
      .insert(previewLinks)
      .values({ tokenHash, articleId: article.id, createdBy, expiresAt, createdAt: ctx.now });
    await audit(tx, ctx, "preview-link.created", article.id, { link: tokenHash, expiresAt });
    return { token, link: tokenHash, expiresAt };
  });
}

/** Ends a link at once. */
export async function revokePreviewLink(ctx: Ctx, input: RevokePreviewLinkInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const article = await open(tx, ctx, input.id);
    const [gone] = await tx
      .delete(previewLinks)
      .where(and(eq(previewLinks.articleId, article.id), eq(previewLinks.tokenHash, input.link)))
      .returning({ expiresAt: previewLinks.expiresAt });
    if (!gone) throw new AppError("not_found", "这个链接已经撤销或过期");
    await audit(tx, ctx, "preview-link.revoked", article.id, { link: input.link, expiresAt: gone.expiresAt });
  });
}

/** Locks the article, so that two at once do not pass the limit together. */
async function open(tx: Tx, { actor }: Ctx, id: string) {
  const [article] = await tx.select().from(articles).where(eq(articles.id, id)).for("update");
  if (!article || !can(actor, "view", article)) throw new AppError("not_found", "文章不存在");
  if (!canShare(actor, article)) throw new AppError("forbidden", "没有权限这样做");
  return article;
}

const audit = (tx: Tx, ctx: Ctx, action: string, articleId: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "article", subjectId: articleId, change });
