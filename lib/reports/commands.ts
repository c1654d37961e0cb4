import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import { worksIn } from "@/lib/articles/policy";
import { recordAudit } from "@/lib/audit/record";
import { countVisit } from "@/lib/auth/throttle";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, rateLimits, reports } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { canAnswerReports } from "@/lib/reports/policy";
import { reportTokenHash } from "@/lib/reports/queries";
import type { AnswerReportInput, FileReportInput } from "@/lib/reports/validation";

/** From one address in a quarter of an hour: an office behind one address gets through, a script does not. */
const MOST_REPORTS = 8;

/**
 * Takes in what a stranger reports about a public article. The token is given back here and nowhere else: only its
 * hash is kept.
 */
export async function fileReport(ctx: Ctx, input: FileReportInput, address: string): Promise<{ token: string }> {
  if (input.website !== "") throw new AppError("forbidden", "看起来是程序自动填写的");
  // Counted whether it is taken in or not, and outside of the transaction that a refusal takes back.
  const wait = await countVisit(ctx.db, "report", address, MOST_REPORTS, ctx.now);
  if (wait > 0) throw new AppError("throttled", `提交得太多了，请 ${wait} 分钟后再试`);
  return ctx.db.transaction(async (tx) => {
    // Under the lock a takedown waits for: it must find every quotation of what it destroys.
    const [article] = await tx.select().from(articles).where(eq(articles.id, input.articleId)).for("key share");
    if (article?.status !== "published") throw new AppError("not_found", "这篇文章已不在站上");
    const token = randomBytes(32).toString("base64url");
    const { articleId, quote, message, contact } = input;
    const [report] = await tx
      .insert(reports)
      .values({
        ...{ articleId, version: article.version, quote, message, contact },
        tokenHash: reportTokenHash(token),
        createdAt: ctx.now,
      })
      .returning({ id: reports.id });
    await note(tx, ctx, "report.filed", report!.id, { articleId });
    await tx.delete(rateLimits).where(lt(rateLimits.expiresAt, ctx.now));
    return { token };
  });
}

/** Tells the reader what became of their report; may be said anew. */
export async function answerReport(ctx: Ctx, input: AnswerReportInput): Promise<void> {
  if (!canAnswerReports(ctx.actor)) throw new AppError("forbidden", "没有处理报错的权限");
  await ctx.db.transaction(async (tx) => {
    const [report] = await tx.select().from(reports).where(eq(reports.id, input.id)).for("update");
    if (!report) throw new AppError("not_found", "没有这条报错");
    const [article] = await tx
      .select({ categoryId: articles.categoryId })
      .from(articles)
      .where(eq(articles.id, report.articleId));
    if (!article || !worksIn(ctx.actor, article.categoryId))
      throw new AppError("forbidden", "这篇报道不在你负责的媒体里");
    if (report.status === input.verdict && report.answer === input.answer) return;
    if (report.status !== input.seen) throw new AppError("conflict", "这条报错刚被别人处理过，请刷新后再看");
    await settle(tx, ctx, report, input.verdict, input.answer);
  });
}

/**
 * A correction answers the report that led to it.
 * @returns the report's id, for the correction to name it
 */
export async function acceptByCorrection(tx: Tx, ctx: Ctx, id: string, articleId: string, noteText: string) {
  const [report] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.id, id), eq(reports.articleId, articleId)))
    .for("update");
  if (!report) throw new AppError("not_found", "这条报错不属于这篇文章");
  if (report.status === "open") await settle(tx, ctx, report, "accepted", `已更正：${noteText}`);
  return report.id;
}

async function settle(
  tx: Tx,
  ctx: Ctx,
  report: typeof reports.$inferSelect,
  status: "accepted" | "rejected",
  answer: string,
) {
  await tx
    .update(reports)
    .set({ status, answer, answeredAt: ctx.now, answeredBy: ctx.actor.kind === "user" ? ctx.actor.id : null })
    .where(eq(reports.id, report.id));
  await note(tx, ctx, `report.${status}`, report.id, { articleId: report.articleId, from: report.status });
}

const note = (tx: Tx, ctx: Ctx, action: string, id: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "report", subjectId: id, change });
