import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { checkPassword } from "@/lib/auth/password";
import { countAttempt, forgiveAttempt } from "@/lib/auth/throttle";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { accountLinks, sessions, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { ChangePasswordInput, ChangeProfileInput } from "@/lib/users/validation";
import { auditUser, endAllSessions, faulty, lockUser, newPasswordHash, type UserRow } from "@/lib/users/write";

/** A command about oneself; there is no other way to name whom it is about. */
export function requireSelf({ actor }: Ctx): string {
  if (actor.kind !== "user") throw new AppError("forbidden", "只能改自己的账户");
  return actor.id;
}

/** Somebody at an open desk may not be its owner. Guessing the password here counts like guessing it at the door. */
export async function requirePassword(ctx: Ctx, user: UserRow, password: string) {
  const who = { email: user.email, address: `session-of-${user.id}` };
  const wait = await countAttempt(ctx.db, who, ctx.now);
  if (wait > 0) throw new AppError("throttled", `尝试次数太多，请 ${wait} 分钟后再试`);
  if (!(await checkPassword(user.passwordHash, password))) throw faulty({ current: "当前密码不对" });
  await forgiveAttempt(ctx.db, who, ctx.now);
}

export async function findSelf(ctx: Ctx): Promise<UserRow> {
  const [user] = await ctx.db
    .select()
    .from(users)
    .where(eq(users.id, requireSelf(ctx)));
  if (!user) throw new AppError("not_found", "没有这个用户");
  return user;
}

/** Name and sign-in name. A new sign-in name needs the password. */
export async function changeProfile(ctx: Ctx, { name, email, current }: ChangeProfileInput): Promise<void> {
  const self = await findSelf(ctx);
  if (email !== self.email) await requirePassword(ctx, self, current);
  await ctx.db.transaction(async (tx) => {
    const before = await lockUser(tx, self.id);
    const [taken] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), ne(users.id, self.id)));
    if (taken) throw faulty({ email: "这个邮箱已有账户" });
    await tx.update(users).set({ name, email, updatedAt: ctx.now }).where(eq(users.id, self.id));
    const from = { name: before.name, email: before.email };
    await auditUser(tx, ctx, "user.profile-changed", self.id, { from, to: { name, email } });
  });
}

/** One's own password. Every session made before is out at its next request, but for the one at hand. */
export async function changePassword(
  ctx: Ctx,
  { keep, ...input }: ChangePasswordInput & { keep?: string },
): Promise<void> {
  const self = await findSelf(ctx);
  await requirePassword(ctx, self, input.current);
  const passwordHash = await newPasswordHash(input.password, self);
  await ctx.db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, self.id));
    await endAllSessions(tx, ctx, self.id, keep);
    await endPasswordLinks(tx, ctx, self.id);
    await auditUser(tx, ctx, "user.password-changed", self.id, {});
  });
}

/** A link that would set the password once more is not left lying about. */
export const endPasswordLinks = (tx: Tx, ctx: Ctx, userId: string) =>
  tx
    .update(accountLinks)
    .set({ usedAt: ctx.now })
    .where(and(eq(accountLinks.userId, userId), eq(accountLinks.purpose, "password"), isNull(accountLinks.usedAt)));

/** Signs one of one's own browsers out. */
export async function endOwnSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const userId = requireSelf(ctx);
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
      .returning({ id: sessions.id });
    if (gone.length === 0) throw new AppError("not_found", "这台设备已经退出");
    await auditUser(tx, ctx, "user.device-signed-out", userId, { session: id });
  });
}

/** Signs all of one's browsers out but the one at hand. */
export async function endOtherSessions(ctx: Ctx, { keep }: { keep: string }): Promise<{ count: number }> {
  const userId = requireSelf(ctx);
  return ctx.db.transaction(async (tx) => {
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, keep)))
      .returning({ id: sessions.id });
    await auditUser(tx, ctx, "user.devices-signed-out", userId, { count: gone.length });
    return { count: gone.length };
  });
}
