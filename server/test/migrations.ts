import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, run } from "./run";

/** Lets drizzle-kit generate into a copy of the migrations; a new file means that the schema is ahead of them. */
export async function migrationsMatchSchema(): Promise<Outcome> {
  const name = "migrations match the schema";
  const folder = mkdtempSync(join(tmpdir(), "finews-drizzle-"));
  try {
    cpSync("drizzle", folder, { recursive: true });
    const before = readdirSync(folder).length;
    const args = [
      "node_modules/drizzle-kit/bin.cjs",
      "generate",
      "--dialect=postgresql",
      "--schema=./lib/db/schema/index.ts",
      `--out=${folder}`,
    ];
    const { code, output } = await run(process.execPath, args);
    const same = code === 0 && readdirSync(folder).length === before;
    const advice = "The schema has changes without a migration: run npx drizzle-kit generate --name what_changed.";
    return {
      name,
      passed: same ? 1 : 0,
      failed: same ? 0 : 1,
      skipped: 0,
      output: same ? output : `${output}\n${advice}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
