import "server-only";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { apiTokens } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { mayManageTokens } from "./policy";
import type { findToken } from "./queries";
import { hintOf, newSecret, secretHash } from "./secret";
import type { CreateTokenInput, RenameTokenInput, RevokeTokenInput } from "./validation";

const DAY_MS = 86_400_000;
/** How often at most its last use is written. */
const TOUCH_MS = 60_000;

/** A token that counts, as it was found. */
export type ApiToken = NonNullable<Awaited<ReturnType<typeof findToken>>>;

function requireManager({ actor }: Ctx) {
  if (!mayManageTokens(actor)) throw new AppError("forbidden", "只有管理员可以管理令牌");
}

const audit = (tx: Tx, ctx: Ctx, action: string, subjectId: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "token", subjectId, change });

/** Makes a token for a partner. Its secret is given this once and stored nowhere. */
export async function createToken(ctx: Ctx, { name, scopes, days }: CreateTokenInput) {
  requireManager(ctx);
  const secret = newSecret();
  const expiresAt = days === "0" ? null : new Date(ctx.now.getTime() + Number(days) * DAY_MS);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(apiTokens)
      .values({
        ...{ name, tokenHash: secretHash(secret), hint: hintOf(secret), expiresAt, createdAt: ctx.now },
        scopes: [...new Set(["read" as const, ...scopes])],
        createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
      })
      .returning({ id: apiTokens.id, scopes: apiTokens.scopes });
    const { id, scopes: granted } = row!; // just inserted
    await audit(tx, ctx, "token.created", id, { name, scopes: granted, expiresAt });
    return { id, secret };
  });
}

/** Reads a token of the desk's list and keeps others from writing it until the transaction ends. */
async function lock(tx: Tx, { id, version }: { id: string; version: number }) {
  const [row] = await tx.select().from(apiTokens).where(eq(apiTokens.id, id)).for("update");
  if (!row) throw new AppError("not_found", "没有这个令牌");
  if (row.version !== version) throw new AppError("conflict", "令牌已被他人修改，请刷新后重试");
  return row;
}

export async function renameToken(ctx: Ctx, { name, ...handle }: RenameTokenInput): Promise<void> {
  requireManager(ctx);
  await ctx.db.transaction(async (tx) => {
    const row = await lock(tx, handle);
    await tx
      .update(apiTokens)
      .set({ name, version: row.version + 1 })
      .where(eq(apiTokens.id, row.id));
    await audit(tx, ctx, "token.renamed", row.id, { name: { from: row.name, to: name } });
  });
}

/** From the next request on the token counts no more, for good. */
export async function revokeToken(ctx: Ctx, handle: RevokeTokenInput): Promise<void> {
  requireManager(ctx);
  await ctx.db.transaction(async (tx) => {
    const row = await lock(tx, handle);
    if (row.revokedAt) return;
    await tx
      .update(apiTokens)
      .set({ revokedAt: ctx.now, version: row.version + 1 })
      .where(eq(apiTokens.id, row.id));
    await audit(tx, ctx, "token.revoked", row.id, { name: row.name });
  });
}

/** Notes that a token was used, once a minute at most: a write for each request would cost more than the answer. */
export async function touchToken(db: Db, { id, lastUsedAt }: ApiToken, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TOUCH_MS);
  if (lastUsedAt && lastUsedAt > before) return;
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, before))));
}
