import { ensureBuilt } from "../cli/build";
import { projectRoot } from "../cli/root";
import { findChromium } from "./chromium";
import { findJava, NO_JAVA } from "./java";
import { migrationsMatchSchema } from "./migrations";
import { check, type Outcome } from "./run";
import { playwright, vitest } from "./suites";

const bin = (path: string, ...args: string[]): [string, string[]] => [
  process.execPath,
  [`node_modules/${path}`, ...args],
];

const layers = bin(
  "dependency-cruiser/bin/dependency-cruise.mjs",
  ...["--config", ".dependency-cruiser.cjs", "app", "components", "lib", "server", "bench"],
);

async function build(): Promise<Outcome> {
  try {
    await ensureBuilt(projectRoot);
    return { name: "production build", passed: 1, failed: 0, skipped: 0, output: "" };
  } catch (error) {
    return { name: "production build", passed: 0, failed: 1, skipped: 0, output: (error as Error).message };
  }
}

async function journeys(): Promise<Outcome> {
  const chromium = await findChromium();
  if (!findJava({ install: true })) console.log(`  ${NO_JAVA}`);
  if (chromium) return playwright(chromium);
  const output = "No Chromium was found: install one (Debian: apt-get install chromium) or set CHROMIUM to its path.";
  return { name: "browser journeys", passed: 0, failed: 1, skipped: 0, output };
}

process.chdir(projectRoot);
const started = performance.now();
const steps: (() => Promise<Outcome>)[] = [
  () => check("code style (Biome)", ...bin("@biomejs/biome/bin/biome", "ci", "--max-diagnostics=50", ".")),
  () => check("route types", ...bin("next/dist/bin/next", "typegen")),
  () => check("types (tsc)", ...bin("typescript/bin/tsc", "--noEmit")),
  () => check("layers (dependency-cruiser)", ...layers),
  () => check("unused code (knip)", ...bin("knip/bin/knip.js")),
  migrationsMatchSchema,
  vitest,
  build,
  journeys,
];

const outcomes: Outcome[] = [];
for (const step of steps) {
  const from = performance.now();
  const outcome = await step();
  outcomes.push(outcome);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${outcome.failed === 0 ? "✓" : "✗"} ${outcome.name} (${seconds} s)`);
  if (outcome.failed > 0 && outcome.output) console.log(outcome.output.trim().split("\n").slice(-80).join("\n"));
}

const sum = (key: "passed" | "failed" | "skipped") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
console.log(`in ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exit(failed === 0 ? 0 : 1);
