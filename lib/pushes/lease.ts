import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { pushChannels } from "@/lib/db/schema";
import type { Channel } from "@/lib/pushes/channels";

/** Longer than a request may take, with what is written after it. */
export const LEASE_MS = 30_000;

export type ChannelRow = typeof pushChannels.$inferSelect;
export type Lease = { channel: Channel; by: string };

/** Makes this worker the one that is at a channel; null while another is. */
export async function takeLease(db: Db, channel: Channel, now: Date): Promise<Lease | null> {
  const by = randomUUID();
  const free = or(isNull(pushChannels.leaseUntil), lt(pushChannels.leaseUntil, now));
  const [row] = await db
    .update(pushChannels)
    .set({ leaseBy: by, leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where(and(eq(pushChannels.channel, channel), free))
    .returning({ channel: pushChannels.channel });
  return row ? { channel, by } : null;
}

/** Keeps a channel for one more request; null when it was lost, because this worker took too long. */
export async function renewLease(db: Db, { channel, by }: Lease, now: Date): Promise<ChannelRow | null> {
  const [row] = await db
    .update(pushChannels)
    .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
    .where(and(eq(pushChannels.channel, channel), eq(pushChannels.leaseBy, by)))
    .returning();
  return row ?? null;
}

export const giveUpLease = (db: Db, { channel, by }: Lease) =>
  db
    .update(pushChannels)
    .set({ leaseBy: null, leaseUntil: null })
    .where(and(eq(pushChannels.channel, channel), eq(pushChannels.leaseBy, by)));
