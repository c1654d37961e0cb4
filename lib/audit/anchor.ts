import "server-only";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Head } from "@/lib/audit/seal";

const headShape = z.object({ seq: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const fileOf = (dataDir: string) => join(dataDir, "audit-head.json");

/** Notes the end of the chain in a file, where who can only change the database does not reach it. */
export function writeAnchor(dataDir: string, head: Head) {
  mkdirSync(dataDir, { recursive: true });
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(head)}\n`);
  renameSync(`${file}.new`, file);
}

/** The end that this machine noted last; null when it never did. */
export function readAnchor(dataDir: string): Head | null {
  try {
    return headShape.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
