import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect } from "@/lib/db/client";
import { startEmbedded } from "@/lib/db/embedded/cluster";
import { migrateDatabase } from "@/lib/db/migrate";

export type Database = Omit<Connection, "close"> & { url: string };

/**
 * Starts an embedded Postgres with the project's empty tables in a folder of its own, and removes both in the end.
 * @param max connections; of a single one the process of Postgres does all the work and can be asked for its CPU time
 */
export async function withDatabase(max: number, use: (database: Database) => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-bench-db-"));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ projectRoot: process.cwd(), dataDir });
  const { close, ...connected } = connect(embedded.url, { max, name: "finews-bench" });
  try {
    await migrateDatabase(embedded.url);
    await use({ ...connected, url: embedded.url });
  } finally {
    await close();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Says on the terminal how far a long step is. */
export const progress = (what: string) => (done: number) =>
  void process.stderr.write(`\r${done.toLocaleString("en-US")} ${what}   `);
