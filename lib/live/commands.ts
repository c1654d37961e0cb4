import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { liveEvents } from "@/lib/db/schema";

/** So many events can be caught up with; who is further behind is offered the page anew. */
export const KEPT_EVENTS = 1000;

/** Says in the command's transaction that what readers see of a flash changes. Its number is given at the commit. */
export async function recordLiveEvent(tx: Tx, articleId: string) {
  await tx.insert(liveEvents).values({ articleId });
}

/** Removes what nobody can catch up with any more. */
export const pruneLiveEvents = (db: Db) =>
  db.delete(liveEvents).where(sql`${liveEvents.number} <= (select max(number) from live_events) - ${KEPT_EVENTS}::int`);
