import "server-only";
import { eq } from "drizzle-orm";
import * as commands from "@/lib/articles/commands";
import { findForDesk } from "@/lib/articles/desk-queries";
import { returnArticle } from "@/lib/articles/return-command";
import type { Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { articles, type bulkActs } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

export type ActName = (typeof bulkActs.$inferSelect)["act"];
type Seen = { id: string; version: number };
/** What an act is given besides articles. */
export type ActInput = { reason?: string; categoryId?: string; tags?: string[] };
/** What was there before an act, as far as taking it back needs it. */
export type Before = {
  status: (typeof articles.$inferSelect)["status"];
  publishAt: string | null;
  withdrawnReason: string | null;
  categoryId: string;
  /** The tags that the act added. */
  added: string[];
};

/** The text as it stands with another outlet or other tags, by the form's own command. */
async function rewrite(ctx: Ctx, { id, version }: Seen, reason: string, change: Rewrite): Promise<Written> {
  const found = await findForDesk(ctx.db, id);
  if (!found) throw new AppError("not_found", "文章不存在");
  if (found.article.status === "trashed") throw new AppError("invalid", "文章在回收站里，请先恢复");
  const { article, tags, symbols } = found;
  return commands.updateArticle(ctx, { ...article, tags, symbols, ...change(tags), version }, reason);
}
type Rewrite = (tags: string[]) => { categoryId?: string; tags?: string[] };

/** Does an act to one article, by the command that one article has for it. */
export async function applyAct(ctx: Ctx, act: ActName, input: ActInput, item: Seen): Promise<Written> {
  const { reason = "", categoryId = "", tags = [] } = input;
  if (act === "publish") return commands.publishArticle(ctx, item);
  if (act === "unpublish") return commands.unpublishArticle(ctx, { ...item, reason });
  if (act === "trash") return commands.trashArticle(ctx, item);
  if (act === "restore") return commands.restoreArticle(ctx, item);
  if (act === "recategorise") return rewrite(ctx, item, "批量改媒体", () => ({ categoryId }));
  return rewrite(ctx, item, "批量加标签", (old) => ({ tags: [...new Set([...old, ...tags])] }));
}

/** Takes an act back from one article, if it is still the version that the act made. */
export async function revertAct(ctx: Ctx, act: ActName, before: Before, item: Seen): Promise<Written> {
  if (act === "trash") return commands.restoreArticle(ctx, item);
  if (act === "restore") return commands.trashArticle(ctx, item);
  if (act === "recategorise") {
    return rewrite(ctx, item, "撤销批量改媒体", () => ({ categoryId: before.categoryId }));
  }
  if (act === "tag") {
    return rewrite(ctx, item, "撤销批量加标签", (old) => ({
      tags: old.filter((name) => !before.added.includes(name)),
    }));
  }
  const { status, withdrawnReason } = before;
  const publishAt = before.publishAt === null ? null : new Date(before.publishAt);
  return returnArticle(ctx, { ...item, to: { status, publishAt, withdrawnReason } });
}

/** What taking the act back will need, read before it is done; null when there is no such article. */
export async function readBefore(ctx: Ctx, id: string, input: ActInput): Promise<Before | null> {
  const { status, publishAt, withdrawnReason, categoryId } = articles;
  // Locked, so that what is kept is what the act changes.
  const [row] = await ctx.db
    .select({ status, publishAt, withdrawnReason, categoryId })
    .from(articles)
    .where(eq(articles.id, id))
    .for("update");
  if (!row) return null;
  const had = input.tags ? ((await findForDesk(ctx.db, id))?.tags ?? []) : [];
  return {
    ...row,
    publishAt: row.publishAt?.toISOString() ?? null,
    added: (input.tags ?? []).filter((name) => !had.includes(name)),
  };
}
