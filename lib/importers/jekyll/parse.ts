import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Group, mapGroup } from "./group";
import type { Listed } from "./read";

export type GroupTask = { key: string; files: Listed[] };

/** Time in milliseconds of one batch, by what it was spent on. */
export type ParseTimes = { read: number; map: number };
export type ParsedBatch = { groups: Group[]; times: ParseTimes };

/** Reads and maps a batch; runs in a worker thread, or in the calling thread where there is none. */
export function parseBatch(tasks: GroupTask[]): ParsedBatch {
  const times = { read: 0, map: 0 };
  const groups = tasks.map(({ key, files }) => {
    const start = performance.now();
    const sources = files.map(({ path, absolute }) => {
      const raw = readFileSync(absolute);
      return { path, raw, sha256: createHash("sha256").update(raw).digest("hex") };
    });
    const between = performance.now();
    const group = mapGroup(key, sources);
    times.read += between - start;
    times.map += performance.now() - between;
    return group;
  });
  return { groups, times };
}
