import "server-only";
import type { Ctx } from "@/lib/context";
import type { FileResult, Outcome } from "../batch";
import { ensureOutlets, type OutletIds, type WrittenOutlet } from "../outlets";
import { importSafely } from "../safely";
import { Stopwatch } from "../stopwatch";
import type { SlugOf } from "../story-links";
import type { GroupTask } from "./parse";
import { openSource, type Source } from "./read";
import { makeBatches, type Scanned, scanFile, storySlugs } from "./scan";
import { parseInOrder } from "./workers";

export type ImportOptions = {
  path: string;
  /** Does everything in one transaction and takes it back. */
  dryRun?: boolean;
  batchFiles?: number;
  onFile?: (result: FileResult) => void;
  /** Called at the start too, so that a bar can show what lies ahead. */
  onProgress?: (done: number, total: number) => void;
};

export type ImportResult = {
  counts: Record<Outcome, number>;
  files: number;
  /** Files of the site that are no posts. */
  others: string[];
  seconds: number;
  /** Milliseconds by step; reading and mapping happen on worker threads beside the writing. */
  times: Record<string, number>;
};

class DryRun extends Error {}

const BATCH_FILES = 200;

type Plan = { batches: GroupTask[][]; outletIds: OutletIds; slugOf: SlugOf };

async function prepare(ctx: Ctx, source: Source, batchFiles: number): Promise<Plan> {
  const scanned: Scanned[] = source.posts.map(scanFile);
  const outlets = new Map<string, WrittenOutlet>();
  for (const { outlet } of scanned) if (outlet) outlets.set(`${outlet.categories}\n${outlet.outlet}`, outlet);
  const slugs = storySlugs(scanned);
  return {
    batches: makeBatches(scanned, batchFiles),
    outletIds: await ensureOutlets(ctx, [...outlets.values()]),
    slugOf: (id) => slugs.get(id),
  };
}

async function importAll(ctx: Ctx, source: Source, options: ImportOptions, result: ImportResult, watch: Stopwatch) {
  const total = source.posts.length;
  const plan = await watch.measure("scan", () => prepare(ctx, source, options.batchFiles ?? BATCH_FILES));
  let done = 0;
  for await (const { groups, times } of parseInOrder(plan.batches)) {
    watch.add("read*", times.read);
    watch.add("map*", times.map);
    const written = await importSafely(ctx, groups, plan.outletIds, plan.slugOf, watch);
    for (const file of written) {
      result.counts[file.outcome]++;
      options.onFile?.(file);
    }
    done += written.length;
    options.onProgress?.(done, total);
  }
}

/**
 * Imports a Jekyll site. Every batch is one transaction that holds its ledger rows, so a run that is killed goes on
 * where it stopped when it is started again, and ends with the same database. Which of the stories other outlets tell
 * too is left to `recluster`: the worker runs it, and readers have the stories meanwhile.
 */
export async function runImport(ctx: Ctx, options: ImportOptions): Promise<ImportResult> {
  const start = performance.now();
  const watch = new Stopwatch();
  const source = await watch.measure("list", () => openSource(options.path));
  const result: ImportResult = {
    counts: { imported: 0, updated: 0, merged: 0, quarantined: 0, unchanged: 0 },
    files: source.posts.length,
    others: source.others,
    seconds: 0,
    times: watch.times,
  };
  try {
    if (!options.dryRun) await importAll(ctx, source, options, result, watch);
    else {
      await ctx.db
        .transaction(async (tx) => {
          // A transaction inside this one becomes a savepoint.
          await importAll({ ...ctx, db: tx as unknown as Ctx["db"] }, source, options, result, watch);
          throw new DryRun();
        })
        .catch((error) => {
          if (!(error instanceof DryRun)) throw error;
        });
    }
  } finally {
    await source.close();
  }
  result.seconds = (performance.now() - start) / 1000;
  return result;
}
