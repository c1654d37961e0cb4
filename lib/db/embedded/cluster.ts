import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { OperatorError } from "@/lib/errors";
import { freePort } from "@/lib/free-port";
import { embeddedUrlFile } from "../url";
import { isRoot, NOBODY, postgresBinaries, reachableByNobody, sharedHome } from "./binaries";
import { isWorkedIn } from "./stale-lock";

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

export type EmbeddedPostgres = {
  url: string;
  /** True when a postmaster that was already running is used. */
  reused: boolean;
  /** Fast shutdown: open connections end, committed work stays. */
  stop: () => Promise<void>;
};

type Options = {
  projectRoot: string;
  dataDir: string;
  /** For tests on data that is thrown away: no fsync. */
  volatile?: boolean;
};

const asUser = () => (isRoot() ? { uid: NOBODY, gid: NOBODY } : {});

/** Where the cluster lies: below the data folder, or in a shared place when the data folder cannot be reached by `nobody`. */
function clusterDir(dataDir: string): string {
  return isRoot() && !reachableByNobody(dataDir) ? join(sharedHome(dataDir), "postgres") : join(dataDir, "postgres");
}

/** Whether `npm start` has set up the database of this data folder. */
export const hasCluster = (dataDir: string) => existsSync(join(clusterDir(dataDir), "PG_VERSION"));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

/** Makes the cluster in a side folder and renames it, so that a kill in the middle leaves nothing half made. */
function initialise(native: string, dir: string, password: string) {
  const making = `${dir}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const passwordFile = `${making}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot()) {
    chownSync(making, NOBODY, NOBODY);
    chownSync(passwordFile, NOBODY, NOBODY);
  }
  // The builtin C.UTF-8 sorts by code point and still knows Chinese letters, which pg_trgm needs; plain C does not.
  const made = spawnSync(
    join(native, "bin/initdb"),
    [
      "-D",
      making,
      "-U",
      "finews",
      "-E",
      "UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ].concat(["--auth=scram-sha-256", `--pwfile=${passwordFile}`]),
    { ...asUser(), cwd: "/", encoding: "utf8", env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const reason = `${made.error?.message ?? ""}${made.stderr ?? ""}`.trim().split("\n").slice(-3).join(" ");
    throw new OperatorError(`The embedded Postgres could not be set up in ${dir}: ${reason}`);
  }
  renameSync(making, dir);
}

/** Reads what a running postmaster wrote: line 1 its process, line 4 its port. */
function runningPostmaster(dir: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(dir, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
  } catch {
    return null;
  }
}

async function stopPostmaster(dir: string, pid: number) {
  if (!isAlive(pid)) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    return;
  }
  for (let waited = 0; waited < STOP_TIMEOUT_MS; waited += 25) {
    if (!isAlive(pid) || !existsSync(join(dir, "postmaster.pid"))) return;
    await sleep(25);
  }
}

/**
 * Starts the Postgres 18 that npm brought, or joins it when it runs already (a server killed with -9 leaves it running).
 * Listens on 127.0.0.1 only, with a password that is kept in the data folder.
 * @throws {OperatorError} with the reason from Postgres' own log
 */
export async function startEmbedded({ projectRoot, dataDir, volatile = false }: Options): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  const dir = clusterDir(dataDir);
  mkdirSync(join(dir, ".."), { recursive: true, mode: 0o755 });
  const native = postgresBinaries(projectRoot, dataDir);
  // Beside the cluster, which may lie outside of the data folder and outlive it.
  const passwordFile = `${dir}.password`;
  if (!existsSync(join(dir, "PG_VERSION"))) {
    const password = randomBytes(24).toString("base64url");
    writeFileSync(passwordFile, password, { mode: 0o600 });
    chmodSync(passwordFile, 0o600);
    initialise(native, dir, password);
  }
  const password = readFileSync(passwordFile, "utf8").trim();
  const urlAt = (port: number) => `postgres://finews:${password}@127.0.0.1:${port}/postgres`;
  const publish = (port: number) => writeFileSync(embeddedUrlFile(dataDir), `${urlAt(port)}\n`, { mode: 0o600 });

  // One that another process starts at this moment, or that is ending, is waited for.
  for (let waited = 0; waited < READY_TIMEOUT_MS; waited += 100) {
    const running = runningPostmaster(dir);
    if (running && (await answers(urlAt(running.port)))) {
      publish(running.port);
      return { url: urlAt(running.port), reused: true, stop: () => stopPostmaster(dir, running.pid) };
    }
    const worked = isWorkedIn(dir);
    if (worked === false) rmSync(join(dir, "postmaster.pid"), { force: true });
    if (!worked) break;
    await sleep(100);
  }

  const port = await freePort();
  const logFile = join(dataDir, "postgres.log");
  const logFd = openSync(logFile, "a", 0o600);
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "max_connections=60"]
    .concat(["shared_buffers=64MB", "log_timezone=UTC", "timezone=UTC"])
    .concat(volatile ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []);
  const child: ChildProcess = spawn(join(native, "bin/postgres"), ["-D", dir, ...settings.flatMap((s) => ["-c", s])], {
    ...asUser(),
    cwd: "/",
    // A group of its own: Ctrl-C in the terminal must reach us first, so that we can stop it in order.
    detached: true,
    stdio: ["ignore", logFd, logFd],
    env: { PATH: process.env.PATH, TZ: "UTC" } as unknown as NodeJS.ProcessEnv,
  });
  closeSync(logFd);
  child.unref();
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  for (let waited = 0; !(await answers(urlAt(port))); waited += 50) {
    if (ended || waited > READY_TIMEOUT_MS) {
      const tail = readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" | ");
      throw new OperatorError(`The embedded Postgres did not start (its log: ${logFile}): ${tail}`);
    }
    await sleep(50);
  }
  publish(port);
  return { url: urlAt(port), reused: false, stop: () => stopPostmaster(dir, child.pid ?? 0) };
}
