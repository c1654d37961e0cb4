import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const runs = (java: string) => spawnSync(java, ["-version"], { stdio: "ignore" }).status === 0;

function find(): string | undefined {
  const home = process.env.JAVA_HOME;
  return [...(home ? [join(home, "bin/java")] : []), "java"].find(runs);
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log("  installing Debian's default-jre-headless …");
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  run("update", "-qq");
  run("install", "-y", "-qq", "default-jre-headless");
}

/** A Java that runs: the operator's, or Debian's package that is installed now (as root). Undefined: none. */
export function findJava({ install = false } = {}): string | undefined {
  const found = find();
  if (found || !install) return found;
  installOnDebian();
  return find();
}

/** Said where the markup of the pages cannot be checked. */
export const NO_JAVA =
  "No Java was found, so the Nu HTML checker does not run: install one (Debian: apt-get install default-jre-headless).";
