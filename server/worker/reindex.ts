import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { needsReindex, reindex } from "@/lib/search/reindex";

/** Makes the search index, or goes on with it, when it is not complete. */
export async function runReindex(db: Db, signal: AbortSignal): Promise<void> {
  if (!(await needsReindex(db))) return;
  const { state, articles } = await reindex(db, { signal });
  if (state !== "busy" && articles > 0) log.info({ state, articles }, "the search index was made");
}
