import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "@/lib/errors";
import { buildIslands } from "./islands";

const SOURCES = [
  "app",
  "components",
  "islands",
  "lib",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

function* files(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  for (const name of readdirSync(path).sort()) {
    if (!/\.test\.tsx?$/.test(name)) yield* files(join(path, name));
  }
}

/** SHA-256 over the names and bytes of everything that the build reads. */
export function sourceHash(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of files(join(root, source)))
      hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

const stampFile = (root: string) => join(root, ".next/finews-source-hash");

export function isBuilt(root: string): boolean {
  try {
    return readFileSync(stampFile(root), "utf8") === sourceHash(root);
  } catch {
    return false;
  }
}

/**
 * Builds the pages when there is no build of the current sources. Needs no database.
 * @returns whether a build was made
 * @throws {OperatorError} with the end of the build's output
 */
export async function ensureBuilt(root: string): Promise<boolean> {
  if (isBuilt(root)) return false;
  const hash = sourceHash(root);
  await buildIslands(root, hash.slice(0, 12));
  const output: string[] = [];
  const child = spawn(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (chunk) => output.push(String(chunk)));
  child.stderr.on("data", (chunk) => output.push(String(chunk)));
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) {
    throw new OperatorError(`The build failed:\n${output.join("").trim().split("\n").slice(-40).join("\n")}`);
  }
  writeFileSync(stampFile(root), hash);
  return true;
}
