import "server-only";
import type { MoveArticleInput, ReturnArticleInput } from "@/lib/articles/validation";
import type { AuditRow } from "@/lib/articles/was-taken";
import { moveArticle, takeStep, type Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** Hands a draft in: the editors publish it or give it back. */
export async function submitArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  const left = ({ action }: AuditRow) => action === "article.submitted";
  return takeStep(ctx, "submit", input, left, async (tx, before) => {
    const { status, kind, wordCount } = before.article;
    if (status === "in_review") throw new AppError("invalid", "稿件已经交审");
    if (status !== "draft") throw new AppError("invalid", "只有草稿能交审");
    if (kind === "story" && wordCount === 0)
      throw new AppError("invalid", "正文还空着，不能交审", { bodyHtml: "请写正文" });
    return moveArticle(tx, ctx, before, { status: "in_review" }, { action: "article.submitted" });
  });
}

/** The writer takes it back to go on with it. */
export async function recallArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  const left = ({ action }: AuditRow) => action === "article.recalled";
  return takeStep(ctx, "recall", input, left, async (tx, before) =>
    moveArticle(tx, ctx, before, { status: "draft" }, { action: "article.recalled" }),
  );
}

/** An editor gives it back and says what is missing. */
export async function returnArticle(ctx: Ctx, { note, ...input }: ReturnArticleInput): Promise<Written> {
  const left = ({ action, change }: AuditRow) => action === "article.returned" && change.reason === note;
  return takeStep(ctx, "return", input, left, async (tx, before) => {
    if (before.article.status !== "in_review") throw new AppError("invalid", "稿件不在待审");
    return moveArticle(tx, ctx, before, { status: "draft" }, { action: "article.returned", reason: note });
  });
}
