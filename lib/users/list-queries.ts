import "server-only";
import { and, asc, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { accountLinks, categories, mails, recoveryCodes, sessions, userCategories, users } from "@/lib/db/schema";

const line = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  hasTotp: sql<boolean>`${users.totpEnabledAt} is not null`,
  lastSeenAt: users.lastSeenAt,
  disabledAt: users.disabledAt,
};

/** Who worked in an outlet that was merged away has the one that took it in; the other is kept for the undo alone. */
const standing = and(eq(categories.id, userCategories.categoryId), isNull(categories.mergedIntoId));

/** Everyone who has an account, those who work here first; with the names of their categories. */
export async function listUsers(db: Db) {
  const people = await db
    .select(line)
    .from(users)
    .orderBy(sql`${users.disabledAt} is not null`, asc(users.createdAt), asc(users.id));
  const rights = await db
    .select({ userId: userCategories.userId, name: categories.name })
    .from(userCategories)
    .innerJoin(categories, standing)
    .orderBy(asc(categories.pinyin));
  return people.map((person) => ({
    ...person,
    categories: rights.filter(({ userId }) => userId === person.id).map(({ name }) => name),
  }));
}

/** One account as an administrator sees it. */
export async function findPerson(db: Db, id: string) {
  const [person] = await db
    .select({ ...line, createdAt: users.createdAt })
    .from(users)
    .where(eq(users.id, id));
  if (!person) return null;
  const itsCategories = await db
    .select({ id: categories.id, name: categories.name })
    .from(userCategories)
    .innerJoin(categories, standing)
    .where(eq(userCategories.userId, id))
    .orderBy(asc(categories.pinyin));
  return { ...person, categories: itsCategories };
}

/** Invitations that nobody took up yet and that still work, with what became of their mail. */
export const listInvitations = (db: Db, now: Date) =>
  db
    .select({
      link: accountLinks.tokenHash,
      email: accountLinks.email,
      role: accountLinks.role,
      by: accountLinks.createdBy,
      expiresAt: accountLinks.expiresAt,
      // Drizzle takes a joined row for absent when the first column is null, so that one is never null.
      mail: { fault: mails.fault, sentAt: mails.sentAt, nextTryAt: mails.nextTryAt },
    })
    .from(accountLinks)
    .leftJoin(mails, eq(mails.about, accountLinks.tokenHash))
    .where(and(eq(accountLinks.purpose, "invite"), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, now)))
    .orderBy(desc(accountLinks.createdAt));

/** The browsers in which somebody is signed in, last seen first. */
export const listSessions = (db: Db, userId: string, now: Date) =>
  db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      network: sessions.network,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.id, sessions.userId), eq(users.sessionVersion, sessions.version)))
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id));

/** Recovery codes that still work. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}
