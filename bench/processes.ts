import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/lib/free-port";

const TICKS_PER_SECOND = 100;
const START_TIMEOUT_MS = 180_000;

export type Running = { origin: string; pid: number; stop: () => Promise<void> };

/** CPU milliseconds of a process so far, all its threads, user and system (Linux). */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Resident memory of a process in MiB (Linux). */
export const residentMib = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

async function untilUp(child: ChildProcess, origin: string): Promise<Running> {
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  for (const from = Date.now(); Date.now() - from < START_TIMEOUT_MS && child.exitCode === null; await sleep(200)) {
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return { origin, pid: child.pid!, stop };
  }
  await stop();
  throw new Error(`${child.spawnargs.slice(0, 3).join(" ")} did not start.`);
}

/** A Node program that listens on the port it is given in PORT. */
export async function startNode(args: string[], env: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", ...env, PORT: String(port) },
  });
  return untilUp(child, `http://127.0.0.1:${port}`);
}

/** nginx, one worker, sending `bytes` from a file at `/page` as brotli. */
export async function startNginx(nginx: string, bytes: Buffer): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "finews-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "page"), bytes);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, "conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
http { access_log off; ${temporary.join(" ")} keepalive_requests 100000000; default_type text/html;
server { listen 127.0.0.1:${port}; root ${folder}; add_header Content-Encoding br; } }`,
  );
  const running = await untilUp(
    spawn(nginx, ["-c", join(folder, "conf"), "-p", folder], { stdio: "ignore" }),
    `http://127.0.0.1:${port}`,
  );
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...running, stop };
}
