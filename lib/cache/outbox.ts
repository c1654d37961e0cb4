import "server-only";
import { and, eq, gte } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";

/** On which Postgres announces the id of each new row (a trigger of the table does). */
export const OUTBOX_CHANNEL = "finews_outbox";

/** Says in the command's transaction which tags are stale; every instance hears of it when the transaction commits. */
export async function announce(tx: Tx, topic: string, tags: Iterable<string>) {
  const list = [...new Set(tags)];
  if (list.length > 0) await tx.insert(outbox).values({ topic, payload: { tags: list } });
}

/** What was announced under a topic since a moment: for who cannot wait until the announcement arrives. */
export async function listAnnounced(db: Db, topic: string, since: Date): Promise<string[]> {
  const rows = await db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(and(gte(outbox.createdAt, since), eq(outbox.topic, topic)));
  return [...new Set(rows.flatMap(({ payload }) => payload.tags))];
}
