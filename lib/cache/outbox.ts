import "server-only";
import type { Tx } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";

/** Says in the command's transaction which tags are stale; every instance hears of it when the transaction commits. */
export async function announce(tx: Tx, topic: string, tags: Iterable<string>) {
  const list = [...new Set(tags)];
  if (list.length > 0) await tx.insert(outbox).values({ topic, payload: { tags: list } });
}
