import "server-only";
import { and, eq } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, mentionRejections } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { afterMentionsChanged } from "./after-mentions-changed";
import type { SuggestionInput } from "./validation";
import { writeAutoMentions } from "./write-mentions";

/** An article that exists is for who may edit it; one that is not stored yet for whoever may write. */
async function requireWriter(tx: Tx, ctx: Ctx, articleId: string) {
  const { status, trashedFrom, createdBy, categoryId } = articles;
  const [article] = await tx
    .select({ status, trashedFrom, createdBy, categoryId })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!can(ctx.actor, article ? "edit" : "create", article)) throw new AppError("forbidden", "没有权限这样做");
}

const record = (tx: Tx, ctx: Ctx, action: string, { articleId, symbol }: SuggestionInput) =>
  recordAudit(tx, ctx, { action, subjectType: "article", subjectId: articleId, change: { symbol } });

/** Brings the automatic mentions of the article in step with what was decided. It may not be stored yet. */
async function relinkOne(tx: Tx, { articleId }: SuggestionInput): Promise<string[]> {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId)).for("no key update");
  if (!row || row.takenDownAt) return [];
  const listedAt = row.status === "published" ? row.publishAt : null;
  const [linked] = await writeAutoMentions(tx, [{ ...row, listedAt }]);
  return linked && linked.changed.length > 0 ? afterMentionsChanged(tx, [articleId], linked.changed) : [];
}

/**
 * Remembers what was turned down for an article that is about to be stored; its own write leaves these out.
 * @returns whether any of it is new
 */
export async function turnDown(tx: Tx, ctx: Ctx, articleId: string, symbols: string[]): Promise<boolean> {
  if (symbols.length === 0) return false;
  const userId = ctx.actor.kind === "user" ? ctx.actor.id : null;
  const made = await tx
    .insert(mentionRejections)
    .values([...new Set(symbols)].map((symbol) => ({ articleId, symbol, userId, createdAt: ctx.now })))
    .onConflictDoNothing()
    .returning();
  for (const { symbol } of made) await record(tx, ctx, "mention.rejected", { articleId, symbol });
  return made.length > 0;
}

/**
 * Turns a suggested security down: it is neither suggested for this article nor linked by itself again.
 * @returns tags of the pages that no longer hold
 */
export async function rejectSuggestion(ctx: Ctx, input: SuggestionInput): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    await requireWriter(tx, ctx, input.articleId);
    const isNew = await turnDown(tx, ctx, input.articleId, [input.symbol]);
    return isNew ? relinkOne(tx, input) : [];
  });
}

/** Takes that back. */
export async function restoreSuggestion(ctx: Ctx, input: SuggestionInput): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    await requireWriter(tx, ctx, input.articleId);
    const { articleId, symbol } = mentionRejections;
    const gone = await tx
      .delete(mentionRejections)
      .where(and(eq(articleId, input.articleId), eq(symbol, input.symbol)))
      .returning();
    if (gone.length === 0) return [];
    await record(tx, ctx, "mention.restored", input);
    return relinkOne(tx, input);
  });
}
