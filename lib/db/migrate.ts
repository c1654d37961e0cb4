import "server-only";
import { join } from "node:path";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connect } from "./client";

/** One key for all advisory locks that keep two processes from migrating at once. */
const MIGRATION_LOCK = 7_316_001;

/** Applies the migrations of `drizzle/` that are missing. Safe to call from several processes at once. */
export async function migrateDatabase(url: string, root = process.cwd()) {
  const { db, sql, close } = connect(url, { max: 1, name: "finews-migrate" });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(db, { migrationsFolder: join(root, "drizzle") });
  } finally {
    await close();
  }
}
