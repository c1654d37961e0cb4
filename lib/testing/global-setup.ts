import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/lib/db/embedded/cluster";
import { migrateDatabase } from "@/lib/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One embedded Postgres for the run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-test-"));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ projectRoot: process.cwd(), dataDir, volatile: true });
  const admin = postgres(embedded.url, { max: 1, onnotice: () => {} });
  await admin.unsafe("create database finews_template");
  await admin.end();
  await migrateDatabase(embedded.url.replace(/\/[^/]*$/, "/finews_template"));
  project.provide("databaseUrl", embedded.url);
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
