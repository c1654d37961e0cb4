import "server-only";
import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { setupTokens, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { findUser, hasUsers, isSetupTokenGood, setupTokenHash } from "@/lib/users/queries";
import type { CreateUserInput, SetUpInput } from "@/lib/users/validation";
import { auditUser, endAllSessions, insertUser, newPasswordHash, requireAdmin } from "@/lib/users/write";

const SETUP_MS = 24 * 3600_000;

/** Set-up happens once: its steps never run side by side. */
const lockSetup = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('users.setup'))`);

/** A token for the one-time link that creates the first administrator; earlier ones end. Null once there is a user. */
export async function createSetupToken(db: Db, now: Date): Promise<string | null> {
  return db.transaction(async (tx) => {
    await lockSetup(tx);
    if (await hasUsers(tx)) return null;
    const token = randomBytes(32).toString("base64url");
    await tx.delete(setupTokens);
    await tx
      .insert(setupTokens)
      .values({ tokenHash: setupTokenHash(token), expiresAt: new Date(now.getTime() + SETUP_MS), createdAt: now });
    return token;
  });
}

/** Uses up the link. Of two at once one wins. */
export async function createFirstAdmin(ctx: Ctx, input: SetUpInput): Promise<{ id: string }> {
  const refuse = () => new AppError("forbidden", "这个链接无效、已用过或已过期。重新启动程序会给出新的链接。");
  // Hashing is slow on purpose: a stranger without the token does not get that far.
  if (!(await isSetupTokenGood(ctx.db, input.token, ctx.now))) throw refuse();
  const passwordHash = await newPasswordHash(input.password, input);
  return ctx.db.transaction(async (tx) => {
    await lockSetup(tx);
    if (!(await isSetupTokenGood(tx, input.token, ctx.now))) throw refuse();
    await tx
      .update(setupTokens)
      .set({ usedAt: ctx.now })
      .where(eq(setupTokens.tokenHash, setupTokenHash(input.token)));
    return insertUser(tx, ctx, { ...input, role: "admin" }, passwordHash);
  });
}

export async function createUser(ctx: Ctx, input: CreateUserInput): Promise<{ id: string }> {
  requireAdmin(ctx);
  const passwordHash = await newPasswordHash(input.password, input);
  return ctx.db.transaction((tx) => insertUser(tx, ctx, input, passwordHash));
}

/** Another's password, when they forgot it. They are out everywhere at the next request. */
export async function setPassword(ctx: Ctx, input: { id: string; password: string }): Promise<void> {
  requireAdmin(ctx);
  const user = await findUser(ctx.db, input.id);
  if (!user) throw new AppError("not_found", "没有这个用户");
  const passwordHash = await newPasswordHash(input.password, user);
  await ctx.db.transaction(async (tx) => {
    await endAllSessions(tx, ctx, user.id);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await auditUser(tx, ctx, "user.password-set", user.id, { email: user.email });
  });
}
