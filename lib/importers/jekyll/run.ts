import "server-only";
import { closeSync, openSync, readSync } from "node:fs";
import type { Ctx } from "@/lib/context";
import { type FileResult, importBatch, type Outcome } from "../commands";
import { ensureOutlets, type WrittenOutlet } from "../outlets";
import { groupKey, readFileName } from "./file-name";
import { splitFrontMatter } from "./front-matter";
import { outletName } from "./outlet";
import type { GroupTask } from "./parse";
import { type Listed, openSource } from "./read";
import { parseInOrder } from "./workers";

export type ImportOptions = {
  path: string;
  /** Does everything in one transaction and takes it back. */
  dryRun?: boolean;
  batchFiles?: number;
  onFile?: (result: FileResult) => void;
  onProgress?: (done: number, total: number) => void;
};

export type ImportResult = {
  counts: Record<Outcome, number>;
  files: number;
  seconds: number;
  /** Milliseconds; reading and mapping happen on worker threads beside the writing. */
  times: { scan: number; read: number; map: number; write: number };
};

class DryRun extends Error {}

const HEAD_BYTES = 8192;

/** Outlet and categories as the head of a file states them. */
function readOutlets(files: Listed[]): WrittenOutlet[] {
  const found = new Map<string, WrittenOutlet>();
  const head = Buffer.alloc(HEAD_BYTES);
  for (const { path, absolute } of files) {
    const file = openSync(absolute, "r");
    const length = readSync(file, head, 0, HEAD_BYTES, 0);
    closeSync(file);
    const { front } = splitFrontMatter(head.toString("utf8", 0, length));
    const { day, id } = readFileName(path);
    // A page that is no post (about.md) makes no outlet.
    if (!front || !(day || id || /\d/.test(front.date.replace(/^\+0800$/, "")))) continue;
    const written = { categories: front.categories, outlet: outletName(front.tags) };
    found.set(`${written.categories}\n${written.outlet}`, written);
  }
  return [...found.values()];
}

/** The slug that each of the provider's numbers will have; the outlet's copy names the story where there is one. */
function storySlugs(files: Listed[]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const { path } of files) {
    const { id, slug, isOutletCopy } = readFileName(path);
    if (id && (isOutletCopy || !slugs.has(id))) slugs.set(id, slug);
  }
  return slugs;
}

/** Files of one story stand in one batch, whatever their folders; batches go in the order of the stories' keys. */
function makeBatches(files: Listed[], size: number): GroupTask[][] {
  const groups = new Map<string, Listed[]>();
  for (const file of files) {
    const key = groupKey(file.path);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  const batches: GroupTask[][] = [];
  let count = size;
  for (const key of [...groups.keys()].sort()) {
    const own = groups.get(key)!.sort((a, b) => (a.path < b.path ? -1 : 1));
    if (count >= size) {
      batches.push([]);
      count = 0;
    }
    batches.at(-1)!.push({ key, files: own });
    count += own.length;
  }
  return batches;
}

async function importAll(ctx: Ctx, files: Listed[], options: ImportOptions, result: ImportResult) {
  const scanStart = performance.now();
  const outletIds = await ensureOutlets(ctx, readOutlets(files));
  const batches = makeBatches(files, options.batchFiles ?? 200);
  const slugs = storySlugs(files);
  result.times.scan += performance.now() - scanStart;
  let done = 0;
  for await (const { groups, times } of parseInOrder(batches)) {
    result.times.read += times.read;
    result.times.map += times.map;
    const writeStart = performance.now();
    const written = await importBatch(ctx, groups, outletIds, (id) => slugs.get(id));
    result.times.write += performance.now() - writeStart;
    for (const file of written) {
      result.counts[file.outcome]++;
      options.onFile?.(file);
    }
    done += written.length;
    options.onProgress?.(done, files.length);
  }
}

/**
 * Imports a Jekyll site. Every batch is one transaction that holds its ledger rows, so a run that is killed goes on
 * where it stopped when it is started again, and ends with the same database.
 */
export async function runImport(ctx: Ctx, options: ImportOptions): Promise<ImportResult> {
  const start = performance.now();
  const source = await openSource(options.path);
  const result: ImportResult = {
    counts: { imported: 0, updated: 0, merged: 0, quarantined: 0, unchanged: 0 },
    files: source.files.length,
    seconds: 0,
    times: { scan: 0, read: 0, map: 0, write: 0 },
  };
  try {
    if (!options.dryRun) await importAll(ctx, source.files, options, result);
    else {
      await ctx.db
        .transaction(async (tx) => {
          // A transaction inside this one becomes a savepoint.
          await importAll({ ...ctx, db: tx as unknown as Ctx["db"] }, source.files, options, result);
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
