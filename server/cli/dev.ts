import { defineCommand } from "citty";
import { env } from "@/lib/env";
import { withDatabase } from "./database";
import { buildIslands } from "./islands";
import { projectRoot } from "./root";

/** Until Ctrl-C. */
const interrupted = () =>
  new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });

/** Next beside the jobs: no page server here decides on a read what is due. */
async function develop(url: string): Promise<number> {
  const { startWorker } = await import("../worker/main");
  await buildIslands(projectRoot, "dev");
  // Next and React read it when they are loaded.
  Object.assign(process.env, { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" });
  const { startDev } = await import("../web/dev");
  const { PORT, HOST, WORKER } = env();
  const worker = WORKER === "on" ? await startWorker(url) : null;
  try {
    const ended = interrupted();
    const close = await startDev(projectRoot, PORT, HOST);
    console.log(`Development server: http://localhost:${PORT} (Ctrl-C stops it)`);
    await ended;
    await close();
    return 0;
  } finally {
    await worker?.close();
  }
}

export const devCommand = defineCommand({
  meta: { name: "dev", description: "Start the database and Next's development server" },
  run: async () => process.exit(await withDatabase(develop)),
});
