import "server-only";
import { and, eq, gt, lt } from "drizzle-orm";
import type { Person } from "@/lib/auth/actor";
import { approximate } from "@/lib/auth/address";
import type { Identity } from "@/lib/auth/sign-in";
import type { Db } from "@/lib/db/client";
import { sessions, users } from "@/lib/db/schema";
import { findUser } from "@/lib/users/queries";

export const SESSION_SECONDS = 7 * 24 * 3600;
/** Between two notes that somebody is there. */
const TOUCH_MS = 5 * 60_000;
const LONGEST_AGENT = 300;

export type Visit = { userAgent: string; address: string };

/** Makes the row that a cookie names; rows whose time is over go. */
export async function startSession(db: Db, { id, sessionVersion }: Identity, visit: Visit, now: Date): Promise<string> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now));
  const [row] = await db
    .insert(sessions)
    .values({
      userId: id,
      version: sessionVersion,
      userAgent: visit.userAgent.slice(0, LONGEST_AGENT),
      network: approximate(visit.address),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    })
    .returning({ id: sessions.id });
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, id));
  return row!.id;
}

/** The person a session was made for; null once it was ended, its time is over or the account was closed. */
export async function resolveSession(db: Db, sessionId: string, visit: Visit, now: Date): Promise<Person | null> {
  const [session] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now)));
  const user = session && (await findUser(db, session.userId));
  if (!user || user.disabledAt || user.sessionVersion !== session.version) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) await touch(db, session, visit, now);
  return { kind: "user", id: user.id, name: user.name, role: user.role, categories: user.categories };
}

async function touch(db: Db, { id, userId }: { id: string; userId: string }, visit: Visit, now: Date) {
  const seen = { lastSeenAt: now, network: approximate(visit.address), userAgent: visit.userAgent };
  await db
    .update(sessions)
    .set({ ...seen, userAgent: visit.userAgent.slice(0, LONGEST_AGENT) })
    .where(eq(sessions.id, id));
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, userId));
}

/** Signing out: the cookie is worth nothing any more, wherever a copy of it lies. */
export const endSession = (db: Db, sessionId: string) => db.delete(sessions).where(eq(sessions.id, sessionId));
