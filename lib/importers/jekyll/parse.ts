import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Group, mapGroup, type SourceFile } from "./group";
import { unreadable } from "./refusal";
import type { Listed } from "./site-files";

export type GroupTask = { key: string; files: Listed[] };

/** Time in milliseconds of one batch, by what it was spent on. */
export type ParseTimes = { read: number; map: number };
export type ParsedBatch = { groups: Group[]; times: ParseTimes };

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A file that cannot be read any more is put aside like any other that is faulty. */
function readSource({ path, absolute, refused }: Listed): SourceFile {
  let fault = refused;
  if (!fault) {
    try {
      const raw = readFileSync(absolute);
      return { path, raw, sha256: sha256(raw) };
    } catch (error) {
      fault = unreadable(error);
    }
  }
  const raw = Buffer.alloc(0);
  return { path, raw, sha256: sha256(raw), refused: fault };
}

/** Reads and maps a batch; runs in a worker thread, or in the calling thread where there is none. */
export function parseBatch(tasks: GroupTask[]): ParsedBatch {
  const times = { read: 0, map: 0 };
  const groups = tasks.map(({ key, files }) => {
    const start = performance.now();
    const sources = files.map(readSource);
    const between = performance.now();
    const group = mapGroup(key, sources);
    times.read += between - start;
    times.map += performance.now() - between;
    return group;
  });
  return { groups, times };
}
