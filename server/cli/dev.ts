import { spawn } from "node:child_process";
import { join } from "node:path";
import { defineCommand } from "citty";
import { migrateDatabase } from "@/lib/db/migrate";
import { openDatabase } from "@/lib/db/open";
import { env } from "@/lib/env";
import { projectRoot } from "./root";
import { step } from "./steps";

export const devCommand = defineCommand({
  meta: { name: "dev", description: "Start the database and Next's development server" },
  run: async () => {
    const database = await step(
      "database",
      () => openDatabase(projectRoot),
      (d) => d.kind,
    );
    await step("migrations", () => migrateDatabase(database.url, projectRoot));
    const next = spawn(
      process.execPath,
      [join(projectRoot, "node_modules/next/dist/bin/next"), "dev", "-p", String(env().PORT)],
      {
        cwd: projectRoot,
        stdio: "inherit",
        env: { ...process.env, NODE_ENV: "development" },
      },
    );
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => next.kill(signal));
    next.once("exit", async (code) => {
      await database.stop();
      process.exit(code ?? 0);
    });
  },
});
