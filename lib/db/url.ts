import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import { OperatorError } from "@/lib/errors";

/** Where the launcher of the embedded Postgres leaves its address for other processes of the installation. */
export const embeddedUrlFile = (dataDir: string) => join(dataDir, "postgres.url");

/**
 * The address of the database in use: DATABASE_URL, else the running embedded Postgres.
 * @throws {OperatorError} when neither is there
 */
export function databaseUrl(): string {
  const { DATABASE_URL, dataDir } = env();
  if (DATABASE_URL) return DATABASE_URL;
  try {
    return readFileSync(embeddedUrlFile(dataDir), "utf8").trim();
  } catch {
    throw new OperatorError(
      `No database: DATABASE_URL is not set and no embedded Postgres has been started in ${dataDir}. Run "npm start" first.`,
    );
  }
}
