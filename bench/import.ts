import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { type ImportResult, runImport } from "@/lib/importers/jekyll/run";
import { seedSecurities } from "@/lib/securities/seed";
import { withDatabase } from "./database";
import { generatePosts } from "./posts";

/** Highest resident memory of this process so far, worker threads included. */
const peakMiB = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** Where the time went. Steps with a star run on worker threads beside the others; the rest adds up to the whole. */
function printProfile({ times, seconds }: ImportResult) {
  for (const [step, ms] of Object.entries(times).sort((a, b) => b[1] - a[1])) {
    const share = step.endsWith("*") ? "" : `${((ms / 10 / seconds) | 0).toString().padStart(4)} %`;
    console.log(`  ${step.padEnd(12)}${(ms / 1000).toFixed(2).padStart(7)} s${share}`);
  }
  const own = Object.entries(times).filter(([step]) => !step.endsWith("*"));
  const rest = seconds - own.reduce((sum, [, ms]) => sum + ms / 1000, 0);
  console.log(`  ${"rest".padEnd(12)}${rest.toFixed(2).padStart(7)} s (fingerprints, waiting for the parser)`);
}

/** Imports 20,000 generated posts into a fresh database and says where the time went. */
export async function run() {
  const count = Number(process.argv[3] ?? 20_000);
  const folder = mkdtempSync(join(tmpdir(), "finews-bench-"));
  chmodSync(folder, 0o755);
  try {
    await withDatabase(2, async ({ db, sql }) => {
      const bytes = generatePosts(folder, count);
      await seedSecurities(db, process.cwd());
      const ctx = { db, actor: { kind: "system", job: "import" } as const, now: new Date() };
      console.log(`${count} posts, ${(bytes / 1e6).toFixed(1)} MB, ${cpus().length} cores, Node ${process.version}`);
      for (const name of ["first import", "second import"]) {
        const before = process.cpuUsage();
        const result = await runImport(ctx, { path: folder });
        const cpu = process.cpuUsage(before);
        const main = (cpu.user + cpu.system) / 1e6;
        console.log(`\n${name}: ${result.seconds.toFixed(1)} s, ${Math.round(result.files / result.seconds)} files/s`);
        console.log(`  counts ${JSON.stringify(result.counts)}`);
        console.log(
          `  CPU of this process, worker threads included: ${main.toFixed(1)} s; peak memory ${peakMiB()} MiB`,
        );
        printProfile(result);
      }
      const [size] = await sql`select pg_size_pretty(pg_database_size(current_database())) as size`;
      console.log(`\ndatabase ${size?.size}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
