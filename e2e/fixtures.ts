import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { freePort } from "../lib/free-port";

export type Portal = { url: string; setupLink: string; dataDir: string; output: () => string };

const START_TIMEOUT_MS = 120_000;

function untilPrinted(child: ChildProcess, output: () => string, sign: string): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`The portal did not start:\n${output()}`)), START_TIMEOUT_MS);
    child.stdout?.on("data", () => {
      if (!output().includes(sign)) return;
      clearTimeout(timer);
      done();
    });
    child.once("exit", (code) => fail(new Error(`The portal ended with ${code}:\n${output()}`)));
  });
}

/** Starts the portal as a stranger would, in an empty data folder, and stops it with Ctrl-C's signal. */
export async function startPortal(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-e2e-"));
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [".build/main.js", "start"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      SITE_URL: "",
      DATABASE_URL: "",
      // The other sites of the journeys.
      FETCH_PRIVATE: "127.0.0.1",
      ...env,
    },
  });
  let text = "";
  const collect = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const output = () => text;
  await untilPrinted(child, output, "Ctrl-C stops it.");
  const setupLink = /https?:\/\/\S+\/setup\?token=\S+/.exec(text)?.[0] ?? "";
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGINT");
      await ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  const portal: Portal = { url: `http://localhost:${port}`, setupLink, dataDir, output };
  return { portal, child, stop };
}

/**
 * A command of the operator against this portal's database; `input` is what it reads from stdin.
 * @param settings further ones that the portal has
 */
export function runCommand(
  { dataDir }: Portal,
  args: string[],
  input = "",
  settings: Record<string, string> = {},
): Promise<string> {
  return new Promise((done, fail) => {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", ...settings };
    const child = spawn(process.execPath, [".build/main.js", ...args], { env });
    let text = "";
    const collect = (chunk: Buffer) => {
      text += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("close", (code) =>
      code === 0 ? done(text) : fail(new Error(`${args[0]} ended with ${code}:\n${text}`)),
    );
    child.stdin.end(input);
  });
}

type PortalFixture = [
  (needs: object, use: (portal: Portal) => Promise<void>) => Promise<void>,
  { scope: "worker"; timeout: number },
];

/** A portal with the demo archive for all journeys of a worker, started with these settings. */
export const portalWith = (env?: Record<string, string>): PortalFixture => [
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  async ({}, use) => {
    const { portal, stop } = await startPortal(env);
    await use(portal);
    await stop();
  },
  { scope: "worker", timeout: START_TIMEOUT_MS + 30_000 },
];

export const test = base.extend<object, { portal: Portal }>({
  portal: portalWith(),
  baseURL: async ({ portal }, use) => use(portal.url),
});

export { expect } from "@playwright/test";
