import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
].concat(
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
);

const find = () => [process.env.CHROMIUM ?? "", ...SYSTEM].find((path) => path && existsSync(path));

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function installOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log("  installing Debian's chromium …");
  const run = (...args: string[]) =>
    spawnSync("apt-get", args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  run("update", "-qq");
  run("install", "-y", "-qq", "chromium", "fonts-noto-cjk");
}

/** Path of a Chromium: the system's, Playwright's, or Debian's package that is installed now (as root). Undefined: none. */
export async function findChromium(): Promise<string | undefined> {
  const found = find() ?? (await playwrightsOwn());
  if (found) return found;
  installOnDebian();
  return find();
}
