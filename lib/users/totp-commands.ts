import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { newRecoveryCodes, recoveryCodeHash } from "@/lib/auth/recovery";
import { newTotpSecret, stepOf, totpAddress } from "@/lib/auth/totp";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { recoveryCodes, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { findSite } from "@/lib/settings/queries";
import { findSelf, requirePassword } from "@/lib/users/profile-commands";
import { auditUser, faulty, lockUser } from "@/lib/users/write";

/** Begins the set-up of the second step: a new secret, which counts for nothing until a code proves that it was read. */
export async function beginTotp(ctx: Ctx, { current }: { current: string }) {
  const self = await findSelf(ctx);
  await requirePassword(ctx, self, current);
  const secret = newTotpSecret();
  const saved = await ctx.db
    .update(users)
    .set({ totpSecret: secret, updatedAt: ctx.now })
    .where(and(eq(users.id, self.id), isNull(users.totpEnabledAt)))
    .returning({ id: users.id });
  if (saved.length === 0) throw new AppError("invalid", "两步验证已经开启");
  const { name } = await findSite(ctx.db);
  return { secret, address: totpAddress(secret, self.email, name) };
}

/** Ends the set-up. The recovery codes are given out here and nowhere else: only hashes are kept. */
export async function enableTotp(ctx: Ctx, { code }: { code: string }): Promise<{ codes: string[] }> {
  const { id } = await findSelf(ctx);
  return ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, id);
    if (user.totpEnabledAt) throw new AppError("invalid", "两步验证已经开启");
    if (!user.totpSecret) throw new AppError("invalid", "请从头再设一次");
    const step = stepOf(user.totpSecret, code, ctx.now);
    if (step === null) throw faulty({ code: "动态码不对，请用应用里现在的 6 位数字" });
    await tx
      .update(users)
      .set({ totpEnabledAt: ctx.now, totpLastStep: step, updatedAt: ctx.now })
      .where(eq(users.id, id));
    await auditUser(tx, ctx, "user.totp-enabled", id, {});
    return { codes: await replaceCodes(tx, id) };
  });
}

export async function disableTotp(ctx: Ctx, { current }: { current: string }): Promise<void> {
  const self = await findSelf(ctx);
  await requirePassword(ctx, self, current);
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ totpSecret: null, totpEnabledAt: null, updatedAt: ctx.now })
      .where(eq(users.id, self.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, self.id));
    await auditUser(tx, ctx, "user.totp-disabled", self.id, {});
  });
}

/** Ten new recovery codes; the old ones end. */
export async function renewRecoveryCodes(ctx: Ctx, { current }: { current: string }): Promise<{ codes: string[] }> {
  const self = await findSelf(ctx);
  await requirePassword(ctx, self, current);
  return ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, self.id);
    if (!user.totpEnabledAt) throw new AppError("invalid", "两步验证还没有开启");
    await auditUser(tx, ctx, "user.recovery-codes-renewed", self.id, {});
    return { codes: await replaceCodes(tx, self.id) };
  });
}

async function replaceCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: recoveryCodeHash(code) })));
  return codes;
}
