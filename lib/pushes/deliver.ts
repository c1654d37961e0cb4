import "server-only";
import { and, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import { beijingDay } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { articles, categories, pushes, pushRequests } from "@/lib/db/schema";
import { env } from "@/lib/env";
import type { Channel } from "@/lib/pushes/channels";
import { type ChannelRow, giveUpLease, type Lease, renewLease, takeLease } from "@/lib/pushes/lease";
import { noteVerdict, type Sent } from "@/lib/pushes/note";
import type { Peer } from "@/lib/pushes/peer";
import { beginChannel, takeChanges } from "@/lib/pushes/take";
import { articlePath } from "@/lib/urls";

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 14 * DAY_MS;

/**
 * Tells the other side of a channel everything that waits for it, newest first. Of several workers one does it.
 * A worker that dies after the other side took a request and before that is noted leaves it to be sent once more: these
 * few milliseconds are the only way to tell something twice, and all three protocols take it without harm.
 * @returns `busy` while another worker is at it; what it may have missed is then still to be looked for
 */
export async function deliver(db: Db, peer: Peer, clock: () => Date): Promise<"done" | "busy"> {
  const { channel } = peer;
  await beginChannel(db, channel);
  const lease = await takeLease(db, channel, clock());
  if (!lease) return "busy";
  try {
    while (await deliverNext(db, peer, lease, clock));
    await db
      .delete(pushRequests)
      .where(and(eq(pushRequests.channel, channel), lt(pushRequests.at, new Date(clock().getTime() - KEPT_MS))));
  } finally {
    await giveUpLease(db, lease);
  }
  return "done";
}

/** One request. @returns whether there may be more to do now */
async function deliverNext(db: Db, peer: Peer, lease: Lease, clock: () => Date): Promise<boolean> {
  while ((await takeChanges(db, peer.channel)) > 0);
  const now = clock();
  const state = await renewLease(db, lease, now);
  if (!state || (state.pausedUntil && state.pausedUntil > now)) return false;
  const room = Math.min(peer.batch, quotaOf(state, now));
  const sent = room > 0 ? await listWaiting(db, peer.channel, room) : [];
  if (sent.length === 0) return false;
  const verdict = await peer.tell(sent.map(({ url }) => url));
  await noteVerdict(db, state, sent, verdict, clock());
  // What it asked for, a pause among it, is in the state by now.
  return true;
}

/** How many more addresses are taken today. */
const quotaOf = ({ quotaDay, quotaLeft }: ChannelRow, now: Date) =>
  quotaDay === beijingDay(now) ? (quotaLeft ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;

/** The newest of what waits, with the addresses of now. What must not be told any more is forgotten on the way. */
async function listWaiting(db: Db, channel: Channel, limit: number): Promise<Sent[]> {
  for (;;) {
    const rows = await db
      .select({
        target: pushes.target,
        change: pushes.change,
        articleId: pushes.articleId,
        slug: articles.slug,
        indexing: categories.indexing,
      })
      .from(pushes)
      .leftJoin(articles, eq(articles.id, pushes.articleId))
      .leftJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(eq(pushes.channel, channel), isNull(pushes.refusedAt)))
      .orderBy(desc(pushes.change))
      .limit(limit);
    const silent = rows.filter(({ articleId, indexing }) => articleId !== null && indexing !== "index");
    if (silent.length === 0)
      return rows.map(({ target, change, slug }) => ({
        target,
        change,
        url: `${env().siteUrl}${slug === null ? target : articlePath(slug)}`,
      }));
    const targets = silent.map(({ target }) => target);
    await db.delete(pushes).where(and(eq(pushes.channel, channel), inArray(pushes.target, targets)));
  }
}
