import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { defineCommand } from "citty";
import { checkDatabase } from "@/lib/db/check";
import { connect } from "@/lib/db/client";
import { hasCluster } from "@/lib/db/embedded/cluster";
import { env } from "@/lib/env";
import { CHANNEL_WORDS, CHANNELS, isOn } from "@/lib/pushes/channels";
import { type ChannelStatus, findChannelStatus } from "@/lib/pushes/queries";
import { readIndexStatus } from "@/lib/search/status";
import { withDatabase } from "./database";
import { portFault } from "./port";

/** The newest security release of each line known when this was written; older ones get a warning. */
const SAFE_NODE: Record<number, [minor: number, patch: number]> = { 20: [20, 0], 22: [22, 0], 24: [12, 0] };
const MIN_FREE_BYTES = 1024 ** 3;

type Finding = { level: "ok" | "warn" | "fault"; text: string };
const ok = (text: string): Finding => ({ level: "ok", text });
const warn = (text: string): Finding => ({ level: "warn", text });
const fault = (text: string): Finding => ({ level: "fault", text });

function node(): Finding {
  const [major = 0, minor = 0, patch = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) return fault(`Node ${process.versions.node}: 20.9 or newer is needed`);
  const safe = SAFE_NODE[major];
  const behind = safe && (minor < safe[0] || (minor === safe[0] && patch < safe[1]));
  return behind
    ? warn(`Node ${process.versions.node}: security fixes are in ${major}.${safe.join(".")}; update when you can`)
    : ok(`Node ${process.versions.node}`);
}

async function database(): Promise<Finding> {
  const { DATABASE_URL, dataDir } = env();
  if (!DATABASE_URL && !hasCluster(dataDir)) return ok(`database: embedded, not set up yet; npm start does that`);
  try {
    const facts = await withDatabase(checkDatabase, { migrate: false });
    return ok(`Postgres ${facts.version} at ${facts.host}:${facts.port}, ${facts.encoding}, locale ${facts.locale}`);
  } catch (error) {
    return fault(`database: ${(error as Error).message}`);
  }
}

async function index(): Promise<Finding[]> {
  const { DATABASE_URL, dataDir } = env();
  if (!DATABASE_URL && !hasCluster(dataDir)) return [];
  try {
    const status = await withDatabase(readStatus, { migrate: false });
    const text = `search index: ${status.indexed} of ${status.articles} articles, dictionary ${status.version ?? "none yet"}`;
    if (status.isUnderWay) return [warn(`${text}; not complete, the worker or npm run reindex goes on`)];
    if (status.mismatch === "cutting") return [warn(`${text}; texts are cut in another way now: npm run reindex`)];
    if (status.mismatch === "names")
      return [warn(`${text}; ${status.newNames} names are newer than it: npm run reindex`)];
    return [status.indexed < status.articles ? warn(`${text}; npm run reindex adds the rest`) : ok(text)];
  } catch {
    // The line about the database says why.
    return [];
  }
}

async function readStatus(url: string) {
  const { db, close } = connect(url, { max: 1, name: "finews-doctor" });
  try {
    return await readIndexStatus(db);
  } finally {
    await close();
  }
}

function sayChannel({ channel, toldAt, waiting, refused, pausedUntil, troubles }: ChannelStatus): Finding {
  const { name } = CHANNEL_WORDS[channel];
  const last = toldAt ? `last taken ${toldAt.toISOString()}` : "nothing taken in the last 7 days";
  const pause = pausedUntil ? `, paused until ${pausedUntil.toISOString()}` : "";
  const text = `push to ${channel === "baidu" ? "Baidu" : name}: on, ${last}, ${waiting} waiting${pause}`;
  const [trouble] = troubles;
  if (refused > 0) return warn(`${text}, ${refused} refused; see /admin/pushes`);
  const isFailing = trouble && (!toldAt || trouble.last > toldAt);
  return isFailing ? warn(`${text}; it said: ${trouble.answer}`) : ok(text);
}

/** Who is told of news, and whether they took it. */
async function pushes(): Promise<Finding[]> {
  const settings = env();
  const on = CHANNELS.filter((channel) => isOn(channel, settings));
  if (on.length === 0) return [ok("push: off; README.md names the settings that turn it on")];
  if (!settings.DATABASE_URL && !hasCluster(settings.dataDir)) return [ok(`push: on for ${on.join(", ")}`)];
  const read = async (url: string) => {
    const { db, close } = connect(url, { max: 1, name: "finews-doctor" });
    try {
      const now = new Date();
      return await Promise.all(on.map((channel) => findChannelStatus(db, channel, now)));
    } finally {
      await close();
    }
  };
  try {
    return (await withDatabase(read, { migrate: false })).map(sayChannel);
  } catch {
    // The line about the database says why.
    return [];
  }
}

function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

function disk(dataDir: string): Finding {
  const stats = statfsSync(existing(dataDir));
  const free = stats.bavail * stats.bsize;
  const text = `disk: ${(free / 1024 ** 3).toFixed(1)} GiB free at ${dataDir}`;
  return free < MIN_FREE_BYTES ? fault(`${text}; 1 GiB is the least`) : ok(text);
}

function permissions(dataDir: string): Finding {
  try {
    accessSync(existing(dataDir), constants.W_OK);
    return ok(`permissions: ${dataDir} can be written`);
  } catch {
    return fault(`permissions: ${dataDir} cannot be written by this user; change its owner or set DATA_DIR`);
  }
}

async function port(number: number, host: string): Promise<Finding> {
  const code = await portFault(number, host);
  if (code === null) return ok(`port ${number}: free`);
  if (code === "EADDRINUSE") return warn(`port ${number}: in use (by finews itself, if it runs); else set PORT`);
  return fault(`port ${number} on ${host}: ${code}; set PORT or HOST to one that this user may use`);
}

export const doctorCommand = defineCommand({
  meta: { name: "doctor", description: "Check Node, database, search index, pushes, disk, port and permissions" },
  run: async () => {
    const { dataDir, PORT, HOST } = env();
    const findings = [
      node(),
      await database(),
      ...(await index()),
      ...(await pushes()),
      disk(dataDir),
      permissions(dataDir),
      await port(PORT, HOST),
    ];
    const marks = { ok: "✓", warn: "!", fault: "✗" };
    for (const { level, text } of findings) console.log(`${marks[level]} ${text}`);
    if (findings.some(({ level }) => level === "fault")) process.exitCode = 1;
  },
});
