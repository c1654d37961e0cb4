import "server-only";
import { createHash } from "node:crypto";
import { inArray, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { rateLimits } from "@/lib/db/schema";

const WINDOW_MS = 15 * 60_000;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 20;

/** An IPv6 visitor owns a whole /64, so that is what counts. */
function network(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.replace(/^::ffff:/i, "");
  const [head = "", tail = ""] = address.split("::");
  const start = head ? head.split(":") : [];
  const end = tail ? tail.split(":") : [];
  const zeros = address.includes("::") ? Array(Math.max(0, 8 - start.length - end.length)).fill("0") : [];
  return [...start, ...zeros, ...end].slice(0, 4).join(":");
}

const accountKey = (email: string) => `sign-in:account:${createHash("sha256").update(email).digest("hex")}`;
const addressKey = (address: string) => `sign-in:address:${network(address)}`;

/**
 * Counts an attempt to sign in before the password is looked at, so that many at once cannot slip through.
 * @returns minutes to wait when there were too many for the account or from the address, else 0
 */
export async function countAttempt(db: Db, who: { email: string; address: string }, now: Date): Promise<number> {
  const limits = [
    { key: accountKey(who.email), max: PER_ACCOUNT },
    { key: addressKey(who.address), max: PER_ADDRESS },
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
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

/** After a success: the account starts anew, the address gets this attempt back. Old counters go. */
export async function forgiveAttempt(db: Db, who: { email: string; address: string }, now: Date) {
  await db.delete(rateLimits).where(inArray(rateLimits.key, [accountKey(who.email)]));
  await db
    .update(rateLimits)
    .set({ points: sql`greatest(${rateLimits.points} - 1, 0)` })
    .where(inArray(rateLimits.key, [addressKey(who.address)]));
  await db.delete(rateLimits).where(lt(rateLimits.expiresAt, now));
}
