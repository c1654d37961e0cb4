import "server-only";
import { createHash } from "node:crypto";
import { inArray, lt, sql } from "drizzle-orm";
import { network } from "@/lib/auth/address";
import type { Db } from "@/lib/db/client";
import { rateLimits } from "@/lib/db/schema";

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 20;

const accountKey = (email: string) => `sign-in:account:${createHash("sha256").update(email).digest("hex")}`;
const addressKey = (address: string) => `sign-in:address:${network(address)}`;

/**
 * Counts an attempt to sign in before the password is looked at, so that many at once cannot slip through.
 * @returns minutes to wait when there were too many for the account or from the address, else 0
 */
export const countAttempt = (db: Db, who: { email: string; address: string }, now: Date): Promise<number> =>
  count(
    db,
    [
      { key: accountKey(who.email), max: PER_ACCOUNT },
      { key: addressKey(who.address), max: PER_ADDRESS },
    ],
    now,
  );

/**
 * Counts something that a visitor without an account does.
 * @returns minutes to wait when there was too much of it from the address, else 0
 */
export const countVisit = (db: Db, what: string, address: string, max: number, now: Date): Promise<number> =>
  count(db, [{ key: `${what}:address:${network(address)}`, max }], now);

async function count(db: Db, wanted: { key: string; max: number }[], now: Date): Promise<number> {
  const limits = wanted.sort((a, b) => (a.key < b.key ? -1 : 1));
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + WINDOW_MS);
  const counters = await db
    .insert(rateLimits)
    .values(limits.map(({ key }) => ({ key, points: 1, expiresAt })))
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${rateLimits.expiresAt} <= ${at}::timestamptz then 1 else ${rateLimits.points} + 1 end`,
        expiresAt: sql`case when ${rateLimits.expiresAt} <= ${at}::timestamptz then excluded.expires_at else ${rateLimits.expiresAt} end`,
      },
    })
    .returning();
  const over = counters.filter(({ key, points }) => points > limits.find((limit) => limit.key === key)!.max);
  const until = Math.max(0, ...over.map((counter) => counter.expiresAt.getTime()));
  return until === 0 ? 0 : Math.max(1, Math.ceil((until - now.getTime()) / 60_000));
}

/** Gives this attempt back, and forgives none before it. */
export async function returnAttempt(db: Db, who: { email: string; address: string }) {
  await db
    .update(rateLimits)
    .set({ points: sql`greatest(${rateLimits.points} - 1, 0)` })
    .where(inArray(rateLimits.key, [accountKey(who.email), addressKey(who.address)]));
}

/** After a success: the account starts anew, the address gets this attempt back. Old counters go. */
export async function forgiveAttempt(db: Db, who: { email: string; address: string }, now: Date) {
  await db.delete(rateLimits).where(inArray(rateLimits.key, [accountKey(who.email)]));
  await db
    .update(rateLimits)
    .set({ points: sql`greatest(${rateLimits.points} - 1, 0)` })
    .where(inArray(rateLimits.key, [addressKey(who.address)]));
  await db.delete(rateLimits).where(lt(rateLimits.expiresAt, now));
}
