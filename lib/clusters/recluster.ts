import "server-only";
import { and, asc, count, gt, lt, sql } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { articleSignatures, clusterMembers } from "@/lib/db/schema";
import { alignClusters } from "./commands";
import { SIGNING } from "./keys";

/** Articles of one transaction: others that publish wait for it. */
const BATCH = 100;
/** One at a time; another one would do the same work. */
const LOCK = 7_316_021;

type Options = { onProgress?: (done: number, total: number) => void; signal?: AbortSignal };
/** `busy`: another process is at it. */
export type ReclusterResult = { state: "done" | "stopped" | "busy"; articles: number };

const open = lt(articleSignatures.signing, SIGNING);

/** Whether some article waits to be compared: it was imported, or texts are signed in another way since. */
export async function needsReclustering(db: Db): Promise<boolean> {
  const [any] = await db.select({ id: articleSignatures.articleId }).from(articleSignatures).where(open).limit(1);
  return any !== undefined;
}

/** Takes every automatic cluster apart, so that the next `recluster` looks at every article; what editors said stays. */
export async function forgetClusters(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(clusterMembers);
    await tx.delete(articleSignatures);
    await tx.execute(sql`insert into article_signatures (article_id, at, signing, keys)
      select id, publish_at, 0, '{}' from articles where status = 'published'`);
  });
}

/**
 * Compares the articles that wait. It runs beside readers and writers and may be broken off at any moment: the rows
 * themselves say what was done. Takes two connections.
 */
export async function recluster(ctx: Ctx, { onProgress, signal }: Options = {}): Promise<ReclusterResult> {
  return ctx.db.transaction(async (lock) => {
    const [mine] = await lock.execute<{ isMine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) "isMine"`);
    if (!mine?.isMine) return { state: "busy" as const, articles: 0 };
    const [waiting] = await ctx.db.select({ total: count() }).from(articleSignatures).where(open);
    const total = waiting!.total;
    let done = 0;
    let last = "00000000-0000-0000-0000-000000000000";
    if (total > 0) onProgress?.(0, total);
    for (;;) {
      if (signal?.aborted) return { state: "stopped" as const, articles: done };
      const rows = await ctx.db
        .select({ id: articleSignatures.articleId })
        .from(articleSignatures)
        .where(and(open, gt(articleSignatures.articleId, last)))
        .orderBy(asc(articleSignatures.articleId))
        .limit(BATCH);
      if (rows.length === 0) return { state: "done" as const, articles: done };
      await clusterBatch(
        ctx.db,
        rows.map(({ id }) => id),
      );
      last = rows.at(-1)!.id;
      done += rows.length;
      onProgress?.(done, Math.max(total, done));
    }
  });
}

const clusterBatch = (db: Db, ids: string[]) =>
  db.transaction(async (tx) => {
    // Who writes one of them meanwhile is waited for, and read again.
    await tx.execute(sql`select 1 from articles where id in (${idList(ids)}) order by id for share`);
    await announce(tx, "clusters", await alignClusters(tx, ids));
  });
