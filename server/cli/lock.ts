import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/lib/db/client";
import { OperatorError } from "@/lib/errors";

const SERVER_LOCK = 7_316_100;

/**
 * Holds an advisory lock in the embedded database while the server runs: it goes with the process, however that ends.
 * @throws {OperatorError} naming the process that runs already
 */
export async function holdServerLock(url: string, dataDir: string, facts: { pid: number; port: number }) {
  const { sql, close } = connect(url, { max: 1, name: "finews-server-lock" });
  const file = join(dataDir, "server.json");
  const [row] = await sql`select pg_try_advisory_lock(${SERVER_LOCK}) as held`;
  if (!row!.held) {
    await close();
    let where = "";
    try {
      const other = JSON.parse(readFileSync(file, "utf8"));
      where = ` (process ${other.pid}, port ${other.port})`;
    } catch {}
    throw new OperatorError(
      `finews is already running on the data in ${dataDir}${where}. Stop that one, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, JSON.stringify(facts));
  return async () => {
    rmSync(file, { force: true });
    await close();
  };
}
