import "server-only";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { pastes } from "@/lib/db/schema";
import type { Paste } from "@/lib/writing/validation";

const KEPT_MS = 30 * 24 * 3600_000;

const unsaved = (articleId: string, userId: string) =>
  and(eq(pastes.articleId, articleId), eq(pastes.userId, userId), isNull(pastes.version));

/** Keeps what was pasted until its writer saves. The same one twice, because an answer was lost, is kept once. */
export async function keepPastes(tx: Tx, ctx: Ctx, userId: string, articleId: string, pasted: Paste[]) {
  if (pasted.length === 0) return;
  const rows = pasted.map((paste) => ({ ...paste, articleId, userId, createdAt: ctx.now }));
  await tx.insert(pastes).values(rows).onConflictDoNothing();
}

/** What this person pasted since their last save belongs to this version. Very old ones that nobody saved go. */
export async function attachPastes(tx: Tx, ctx: Ctx, userId: string, articleId: string, version: number) {
  await tx.update(pastes).set({ version }).where(unsaved(articleId, userId));
  const old = lt(pastes.createdAt, new Date(ctx.now.getTime() - KEPT_MS));
  await tx.delete(pastes).where(and(eq(pastes.userId, userId), isNull(pastes.version), old));
}

/** The writer threw the text away that they were pasted into. */
export const dropPastes = (tx: Tx, userId: string, articleId: string) =>
  tx.delete(pastes).where(unsaved(articleId, userId));
