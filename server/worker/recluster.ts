import { needsReclustering, recluster } from "@/lib/clusters/recluster";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";

/** Compares the articles that an import, or an older way of comparing, left. */
export async function runRecluster(db: Db, signal: AbortSignal): Promise<void> {
  if (!(await needsReclustering(db))) return;
  const ctx = { db, actor: { kind: "system", job: "recluster" } as const, now: new Date() };
  const { state, articles } = await recluster(ctx, { signal });
  if (state !== "busy" && articles > 0) log.info({ state, articles }, "articles were compared");
}
