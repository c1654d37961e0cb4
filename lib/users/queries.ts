import "server-only";
import { createHash } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { accountLinks, setupTokens, users } from "@/lib/db/schema";

/** For signing in: the only query that reads the password's hash. */
export async function findAccount(db: Db | Tx, email: string) {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

export async function findUser(db: Db | Tx, id: string) {
  const [row] = await db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      sessionVersion: users.sessionVersion,
      disabledAt: users.disabledAt,
      categories: sql<string[]>`array(select category_id::text from user_categories where user_id = users.id)`,
    })
    .from(users)
    .where(eq(users.id, id));
  return row ?? null;
}

export async function hasUsers(db: Db | Tx) {
  const rows = await db.select({ id: users.id }).from(users).limit(1);
  return rows.length > 0;
}

export const linkHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** A one-time link that works at this moment, and the account it is about if there is one. */
export async function findGoodLink(db: Db | Tx, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ link: accountLinks, person: { name: users.name, email: users.email } })
    .from(accountLinks)
    .leftJoin(users, eq(users.id, accountLinks.userId))
    .where(and(eq(accountLinks.tokenHash, tokenHash), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, now)));
  return row ? { ...row.link, person: row.person } : null;
}

export const setupTokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Whether a one-time set-up link still works. */
export async function isSetupTokenGood(db: Db | Tx, token: string, now: Date) {
  const rows = await db
    .select({ hash: setupTokens.tokenHash })
    .from(setupTokens)
    .where(
      and(eq(setupTokens.tokenHash, setupTokenHash(token)), isNull(setupTokens.usedAt), gt(setupTokens.expiresAt, now)),
    );
  return rows.length > 0 && !(await hasUsers(db));
}
