import { spawn } from "node:child_process";
import { join } from "node:path";
import { defineCommand } from "citty";
import { env } from "@/lib/env";
import { withDatabase } from "./database";
import { buildIslands } from "./islands";
import { projectRoot } from "./root";

/** Next beside the jobs: no page server here decides on a read what is due. */
async function develop(url: string): Promise<number> {
  const { startWorker } = await import("../worker/main");
  await buildIslands(projectRoot, "dev");
  const worker = env().WORKER === "on" ? await startWorker(url) : null;
  try {
    return await runNext();
  } finally {
    await worker?.close();
  }
}

/** Next's own development server, until it ends; no page server and no page cache. */
function runNext(): Promise<number> {
  const next = spawn(
    process.execPath,
    [join(projectRoot, "node_modules/next/dist/bin/next"), "dev", "-p", String(env().PORT)],
    {
      cwd: projectRoot,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => next.kill(signal));
  return new Promise((done) => next.once("exit", (code) => done(code ?? 0)));
}

export const devCommand = defineCommand({
  meta: { name: "dev", description: "Start the database and Next's development server" },
  run: async () => process.exit(await withDatabase(develop)),
});
