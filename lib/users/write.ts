import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { hashPassword } from "@/lib/auth/password";
import { mapSurvivors } from "@/lib/categories/survivors";
import type { Ctx, Role } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { sessions, userCategories, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { ownWords } from "@/lib/users/own-words";
import { passwordFault } from "@/lib/users/password-rules";
import { mayManageUsers } from "@/lib/users/policy";

export type UserRow = typeof users.$inferSelect;

export function requireAdmin({ actor }: Ctx) {
  if (!mayManageUsers(actor)) throw new AppError("forbidden", "只有管理员可以这样做");
}

export const faulty = (fields: Record<string, string>) => new AppError("invalid", "请检查标出的地方", fields);

/** The hash of a password that this person may have. */
export async function newPasswordHash(password: string, person: { name: string; email: string }): Promise<string> {
  const fault = passwordFault(password, ownWords(person));
  if (fault) throw faulty({ password: fault });
  return hashPassword(password);
}

/** Reads an account and keeps others from writing it until the transaction ends. */
export async function lockUser(tx: Tx, id: string): Promise<UserRow> {
  const [user] = await tx.select().from(users).where(eq(users.id, id)).for("update");
  if (!user) throw new AppError("not_found", "没有这个用户");
  return user;
}

/**
 * Locks an account that may be about to lose an administrator's rights. All administrators are locked in one order, so
 * that two of them cannot take them from each other at once.
 * @returns whether the site would be left without one
 */
export async function lockAsLastAdmin(tx: Tx, id: string): Promise<{ user: UserRow; isLastAdmin: boolean }> {
  const admins = await tx.select().from(users).where(eq(users.role, "admin")).orderBy(users.id).for("update");
  const user = admins.find((admin) => admin.id === id) ?? (await lockUser(tx, id));
  const others = admins.filter((admin) => !admin.disabledAt && admin.id !== id);
  return { user, isLastAdmin: user.role === "admin" && !user.disabledAt && others.length === 0 };
}

/** Ends every session of an account, but for one if it is named; the browsers are out at their next request. */
export async function endAllSessions(tx: Tx, ctx: Ctx, userId: string, keep?: string): Promise<number> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), keep ? ne(sessions.id, keep) : undefined));
  const [saved] = await tx
    .update(users)
    .set({ sessionVersion: sql`${users.sessionVersion} + 1`, updatedAt: ctx.now })
    .where(eq(users.id, userId))
    .returning({ sessionVersion: users.sessionVersion });
  const { sessionVersion } = saved!; // its caller has found it
  await tx.update(sessions).set({ version: sessionVersion }).where(eq(sessions.userId, userId));
  return sessionVersion;
}

/** The categories among these that exist, written as the person's own. */
export async function writeCategories(tx: Tx, userId: string, wanted: readonly string[]): Promise<string[]> {
  const ids = [...new Set(wanted)];
  // An outlet that was merged away since it was chosen stands for the one that took it in.
  const known = [...new Set((await mapSurvivors(tx, ids)).values())];
  await tx.delete(userCategories).where(eq(userCategories.userId, userId));
  if (known.length > 0) await tx.insert(userCategories).values(known.map((categoryId) => ({ userId, categoryId })));
  return known;
}

export async function insertUser(
  tx: Tx,
  ctx: Ctx,
  input: { email: string; name: string; role: Role },
  passwordHash: string,
): Promise<{ id: string }> {
  const { email, name, role } = input;
  const [user] = await tx
    .insert(users)
    .values({ email, name, role, passwordHash, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!user) throw faulty({ email: "这个邮箱已有账户" });
  await auditUser(tx, ctx, "user.created", user.id, { email, role });
  return user;
}

export const auditUser = (tx: Tx, ctx: Ctx, action: string, userId: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "user", subjectId: userId, change });
