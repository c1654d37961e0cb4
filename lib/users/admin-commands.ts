import "server-only";
import { eq } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { recoveryCodes, userCategories, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { ChangeRightsInput } from "@/lib/users/validation";
import { auditUser, endAllSessions, lockAsLastAdmin, lockUser, requireAdmin, writeCategories } from "@/lib/users/write";

const LAST_ADMIN = () => new AppError("invalid", "至少要留一位能登录的管理员");

/** Role and categories; both count from the person's next request on. */
export async function changeRights(ctx: Ctx, input: ChangeRightsInput): Promise<void> {
  requireAdmin(ctx);
  await ctx.db.transaction(async (tx) => {
    const { user, isLastAdmin } = await lockAsLastAdmin(tx, input.id);
    if (isLastAdmin && input.role !== "admin") throw LAST_ADMIN();
    const before = await tx
      .select({ id: userCategories.categoryId })
      .from(userCategories)
      .where(eq(userCategories.userId, user.id));
    // An administrator's list would mean nothing, and surprise whoever makes them an editor again.
    const after = await writeCategories(tx, user.id, input.role === "admin" ? [] : input.categoryIds);
    await tx.update(users).set({ role: input.role, updatedAt: ctx.now }).where(eq(users.id, user.id));
    const from = { role: user.role, categories: before.map(({ id }) => id) };
    await auditUser(tx, ctx, "user.rights-changed", user.id, { from, to: { role: input.role, categories: after } });
  });
}

/** Closes an account; the person is out at the next request. The last administrator stays. */
export async function disableUser(ctx: Ctx, input: { id: string }): Promise<void> {
  requireAdmin(ctx);
  await ctx.db.transaction(async (tx) => {
    const { user, isLastAdmin } = await lockAsLastAdmin(tx, input.id);
    if (isLastAdmin) throw LAST_ADMIN();
    await endAllSessions(tx, ctx, user.id);
    await tx.update(users).set({ disabledAt: ctx.now }).where(eq(users.id, user.id));
    await auditUser(tx, ctx, "user.disabled", user.id, { email: user.email });
  });
}

/** Opens a closed account again, with the password and the second step that it had. */
export const enableUser = (ctx: Ctx, input: { id: string }) =>
  change(ctx, input, "user.enabled", async (tx) => {
    await tx.update(users).set({ disabledAt: null, updatedAt: ctx.now }).where(eq(users.id, input.id));
  });

/** For somebody who lost telephone and recovery codes: the password alone is enough again. */
export const resetTotp = (ctx: Ctx, input: { id: string }) =>
  change(ctx, input, "user.totp-reset", async (tx) => {
    await tx
      .update(users)
      .set({ totpSecret: null, totpEnabledAt: null, updatedAt: ctx.now })
      .where(eq(users.id, input.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, input.id));
  });

export const signOutEverywhere = (ctx: Ctx, input: { id: string }) =>
  change(ctx, input, "user.signed-out", async (tx) => {
    await endAllSessions(tx, ctx, input.id);
  });

async function change(ctx: Ctx, { id }: { id: string }, action: string, write: (tx: Tx) => Promise<void>) {
  requireAdmin(ctx);
  await ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, id);
    await write(tx);
    await auditUser(tx, ctx, action, id, { email: user.email });
  });
}
