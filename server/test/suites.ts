import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, run } from "./run";

type Report = { passed: number; failed: number; skipped: number };

/** Runs a test runner that writes a JSON report and counts its tests; a runner that dies without one is one failure. */
async function suite(
  name: string,
  args: string[],
  env: Record<string, string>,
  read: (report: never) => Report,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "finews-report-"));
  const file = join(folder, "report.json");
  try {
    const { code, output } = await run(
      process.execPath,
      args.map((a) => a.replace("REPORT", file)),
      {
        show: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      },
    );
    const counts = read(JSON.parse(readFileSync(file, "utf8")) as never);
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    return { name, ...counts, output };
  } catch (error) {
    return { name, passed: 0, failed: 1, skipped: 0, output: String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const vitest = () =>
  suite(
    "unit and integration tests",
    ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", "--outputFile.json=REPORT"],
    {},
    (r: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numFailedTestSuites: number }) => ({
      passed: r.numPassedTests,
      failed: r.numFailedTests,
      skipped: r.numPendingTests,
    }),
  );

export const playwright = (chromium: string) =>
  suite(
    "browser journeys",
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    { CHROMIUM: chromium },
    (r: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
      passed: r.stats.expected,
      failed: r.stats.unexpected + r.stats.flaky,
      skipped: r.stats.skipped,
    }),
  );
