import { defineCommand } from "citty";
import { log } from "@/lib/log";
import { withDatabase } from "./database";

/** Works until a signal ends it. */
async function work(url: string) {
  const { startWorker } = await import("../worker/main");
  const worker = await startWorker(url);
  log.info("the worker runs");
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
  await worker.close();
}

export const workerCommand = defineCommand({
  meta: { name: "worker", description: "Run the jobs in a process of their own: scheduled articles, pictures" },
  run: async () => {
    Object.assign(process.env, { NODE_ENV: "production" });
    await withDatabase(work);
    process.exit(0);
  },
});
