import "server-only";
import { env } from "@/lib/env";
import { checkDatabase } from "./check";
import { startEmbedded } from "./embedded/cluster";

export type OpenDatabase = { url: string; kind: "embedded" | "external"; reused: boolean; stop: () => Promise<void> };

/**
 * Makes sure that the database of this installation answers: DATABASE_URL, else the embedded Postgres, started when
 * it is not running. `stop` ends what was started here and leaves everything else alone.
 * @throws {OperatorError}
 */
export async function openDatabase(projectRoot: string): Promise<OpenDatabase> {
  const { DATABASE_URL, dataDir } = env();
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL);
    return { url: DATABASE_URL, kind: "external", reused: true, stop: async () => {} };
  }
  const embedded = await startEmbedded({ projectRoot, dataDir });
  return { url: embedded.url, kind: "embedded", reused: embedded.reused, stop: embedded.stop };
}
