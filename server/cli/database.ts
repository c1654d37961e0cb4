import { connect } from "@/lib/db/client";
import { migrateDatabase } from "@/lib/db/migrate";
import { openDatabase } from "@/lib/db/open";
import { projectRoot } from "./root";

/** Whether another process, a site that was started meanwhile, works with the database. */
async function isInUse(url: string): Promise<boolean> {
  const { sql, close } = connect(url, { max: 1, name: "finews-cli" });
  try {
    const [row] = await sql`
      select count(*)::int n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row!.n > 0;
  } finally {
    await close();
  }
}

/**
 * Runs a command on the installation's database, its schema brought up to date unless told otherwise. An embedded one
 * that was not running is started for it and stopped again; one that others use keeps running.
 */
export async function withDatabase<T>(run: (url: string) => Promise<T>, { migrate = true } = {}): Promise<T> {
  const database = await openDatabase(projectRoot);
  try {
    if (migrate) await migrateDatabase(database.url, projectRoot);
    return await run(database.url);
  } finally {
    if (!database.reused && !(await isInUse(database.url))) await database.stop();
  }
}
