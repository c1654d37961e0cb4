import "server-only";
import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { checkPassword, hashPassword } from "@/lib/auth/password";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { setupTokens, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { hasUsers, isSetupTokenGood, setupTokenHash } from "@/lib/users/queries";
import type { ChangePasswordInput, CreateUserInput, SetUpInput } from "@/lib/users/validation";

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
  const passwordHash = await hashPassword(input.password);
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
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction((tx) => insertUser(tx, ctx, input, passwordHash));
}

/** One's own password. Every session made before is out at its next request. */
export async function changePassword(ctx: Ctx, input: ChangePasswordInput): Promise<{ sessionVersion: number }> {
  const { actor } = ctx;
  if (actor.kind !== "user") throw new AppError("forbidden", "只能改自己的密码");
  const [user] = await ctx.db.select().from(users).where(eq(users.id, actor.id));
  if (!user || !(await checkPassword(user.passwordHash, input.current))) {
    throw new AppError("invalid", "请检查标出的地方", { current: "当前密码不对" });
  }
  const passwordHash = await hashPassword(input.password);
  return ctx.db.transaction(async (tx) => {
    const [saved] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1`, updatedAt: ctx.now })
      .where(eq(users.id, actor.id))
      .returning();
    await recordAudit(tx, ctx, {
      action: "user.password-changed",
      subjectType: "user",
      subjectId: actor.id,
      change: {},
    });
    return { sessionVersion: saved!.sessionVersion };
  });
}

/** Another's password, when they forgot it. They are out everywhere at the next request. */
export async function setPassword(ctx: Ctx, input: { id: string; password: string }): Promise<void> {
  requireAdmin(ctx);
  const passwordHash = await hashPassword(input.password);
  await ctx.db.transaction(async (tx) => {
    const [user] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1`, updatedAt: ctx.now })
      .where(eq(users.id, input.id))
      .returning({ id: users.id, email: users.email });
    if (!user) throw new AppError("not_found", "没有这个用户");
    await recordAudit(tx, ctx, {
      action: "user.password-set",
      subjectType: "user",
      subjectId: user.id,
      change: { email: user.email },
    });
  });
}

/** Closes an account; the person is out at the next request. The last administrator stays. */
export async function disableUser(ctx: Ctx, input: { id: string }): Promise<void> {
  requireAdmin(ctx);
  await ctx.db.transaction(async (tx) => {
    // All administrators are locked, so that two of them cannot disable each other at once.
    const admins = await tx.select().from(users).where(eq(users.role, "admin")).orderBy(users.id).for("update");
    const [user] = await tx.select().from(users).where(eq(users.id, input.id)).for("update");
    if (!user) throw new AppError("not_found", "没有这个用户");
    const active = admins.filter((admin) => !admin.disabledAt && admin.id !== user.id);
    if (user.role === "admin" && active.length === 0) throw new AppError("invalid", "至少要留一位管理员");
    await tx
      .update(users)
      .set({ disabledAt: ctx.now, sessionVersion: user.sessionVersion + 1, updatedAt: ctx.now })
      .where(eq(users.id, user.id));
    await recordAudit(tx, ctx, {
      action: "user.disabled",
      subjectType: "user",
      subjectId: user.id,
      change: { email: user.email },
    });
  });
}

function requireAdmin({ actor }: Ctx) {
  if (actor.kind === "user" && actor.role !== "admin") throw new AppError("forbidden", "只有管理员可以这样做");
}

async function insertUser(tx: Tx, ctx: Ctx, input: Omit<CreateUserInput, "password">, passwordHash: string) {
  const { email, name, role } = input;
  const [user] = await tx
    .insert(users)
    .values({ email, name, role, passwordHash, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!user) throw new AppError("invalid", "请检查标出的地方", { email: "这个邮箱已有账户" });
  await recordAudit(tx, ctx, {
    action: "user.created",
    subjectType: "user",
    subjectId: user.id,
    change: { email, role },
  });
  return user;
}
