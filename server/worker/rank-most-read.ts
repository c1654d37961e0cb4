import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { rankMostRead } from "@/lib/most-read/commands";

/** Finds what was read most; a change of the order is announced. */
export async function runRankMostRead(db: Db): Promise<void> {
  if (await rankMostRead(db, new Date())) log.debug("what is read most has another order");
}
