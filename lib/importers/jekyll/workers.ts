import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Group } from "./group";
import { type GroupTask, type ParsedBatch, parseBatch } from "./parse";

type Answer = { number: number; batch?: ParsedBatch; error?: string };
type Waiting = { resolve: (batch: ParsedBatch) => void; reject: (error: Error) => void };

/** How many batches are parsed ahead of the one being written; bounds the memory. */
const AHEAD = 3;

/** Buffers come out of another thread as plain bytes. */
function revive(batch: ParsedBatch): ParsedBatch {
  const revived = (group: Group) => ({
    ...group,
    files: group.files.map((file) => ({
      ...file,
      raw: Buffer.from(file.raw.buffer, file.raw.byteOffset, file.raw.byteLength),
    })),
  });
  return { ...batch, groups: batch.groups.map(revived) };
}

/** Stands beside the bundled program; in tests and under a loader there is none, and parsing stays in this thread. */
function workerFile(): string | null {
  const file = fileURLToPath(new URL("./parse-worker.js", import.meta.url));
  return existsSync(file) ? file : null;
}

/** Parses batches on worker threads and yields them in the order given. */
export async function* parseInOrder(batches: GroupTask[][]): AsyncGenerator<ParsedBatch> {
  const file = workerFile();
  if (!file || batches.length < 2) {
    for (const batch of batches) yield parseBatch(batch);
    return;
  }
  const waiting = new Map<number, Waiting>();
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
  };
  const count = Math.min(batches.length, Math.max(1, Math.min(4, availableParallelism() - 1)));
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(file);
    worker.on("error", failAll);
    worker.on("message", ({ number, batch, error }: Answer) => {
      const task = waiting.get(number);
      waiting.delete(number);
      if (batch) task?.resolve(revive(batch));
      else task?.reject(new Error(error));
    });
    return worker;
  });
  const start = (number: number) => {
    const promise = new Promise<ParsedBatch>((resolve, reject) => waiting.set(number, { resolve, reject }));
    promise.catch(() => {}); // awaited in order below
    workers[number % count]!.postMessage({ number, tasks: batches[number] });
    return promise;
  };
  try {
    const running: Promise<ParsedBatch>[] = [];
    let next = 0;
    while (next < Math.min(AHEAD + count, batches.length)) running.push(start(next++));
    for (let first = running.shift(); first; first = running.shift()) {
      const batch = await first;
      if (next < batches.length) running.push(start(next++));
      yield batch;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
