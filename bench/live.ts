import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@/lib/db/client";
import { LiveClient } from "./live-client";
import { type Desk, faultsOf, openAll, openDesk, row, shares, untilAllKnow } from "./live-desk";
import { cpuMs, type Running, residentMib, startNode } from "./processes";

const CLIENTS = Number(process.argv[3] ?? 5000);
const SECONDS = Number(process.argv[4] ?? 60);
const A_MINUTE = 500;
/** Of so many clients one notes how long each flash took. */
const TIMED_OF = 25;
const IDLE_MS = 10_000;
const SLOW = 50;
/** More than the system buffers for a connection to itself, in flashes of 1.4 KB, and less than can be caught up with. */
const BURST = 3200;

/** A cached page that somebody asks for meanwhile. */
function watchPage(address: string) {
  const times: number[] = [];
  let watching = true;
  const done = (async () => {
    for (; watching; await sleep(200)) {
      const from = performance.now();
      await (await fetch(address)).arrayBuffer();
      times.push(performance.now() - from);
    }
  })();
  return async () => {
    watching = false;
    await done;
    return times;
  };
}

async function manyClients({ origin, pid }: Running, port: number, desk: Desk) {
  const before = residentMib(pid);
  const start = await desk.newest();
  const clients = Array.from({ length: CLIENTS }, (_, n) => new LiveClient(port, start, n % TIMED_OF === 0));
  await openAll(clients);
  await sleep(2000);
  const [idle, idleCpu] = [residentMib(pid), cpuMs(pid)];
  await sleep(IDLE_MS);
  const idleShare = (cpuMs(pid) - idleCpu) / IDLE_MS;

  const stopWatching = watchPage(`${origin}/corrections`);
  const [from, cpu] = [Date.now(), cpuMs(pid)];
  const committed = new Map<number, number>();
  const sending: Promise<unknown>[] = [];
  let most = idle;
  for (let n = 0; n < (A_MINUTE / 60) * SECONDS; n++) {
    await sleep(Math.max(0, from + (n * 60_000) / A_MINUTE - Date.now()));
    sending.push(desk.publish().then((began) => committed.set(began, Date.now())));
    if (n % 10 === 0) most = Math.max(most, residentMib(pid));
  }
  await Promise.all(sending);
  const newest = await desk.newest();
  await untilAllKnow(clients, newest);
  const [took, share] = [Date.now() - from, (cpuMs(pid) - cpu) / (Date.now() - from)];
  const pages = await stopWatching();
  const arrivals = clients.flatMap((client) => client.arrivals);
  const commands = [...committed].map(([began, at]) => at - began);
  // Some hear of it before the command itself has its answer.
  const deliveries = arrivals.map(({ began, at }) => Math.max(0, at - committed.get(began)!));
  const whole = arrivals.map(({ began, at }) => at - began);

  row("clients / flashes / seconds", CLIENTS, newest - start, Math.round(took / 1000));
  row("memory of the server: before / clients idle / most, MiB", ...[before, idle, most].map(Math.round));
  row("CPU of the server, share of a core: idle / sending", idleShare.toFixed(2), share.toFixed(2));
  row("the command: p50 / p95", ...shares(commands, 0.5, 0.95));
  row("committed → at the client: p50 / p95 / longest", ...shares(deliveries, 0.5, 0.95, 1));
  row("command begins → at the client: p50 / p95 / longest", ...shares(whole, 0.5, 0.95, 1));
  row("a cached page meanwhile: p50 / p95", ...shares(pages, 0.5, 0.95));
  row("lost / doubled / page offered anew", ...faultsOf(clients));
  return clients;
}

async function slowClients({ pid }: Running, port: number, desk: Desk) {
  const start = await desk.newest();
  const many = () => Array.from({ length: SLOW }, () => new LiveClient(port, start));
  const [slow, quick] = [many(), many()];
  await openAll([...slow, ...quick]);
  for (const client of slow) client.pause();
  const before = residentMib(pid);
  let left = BURST;
  const send = async () => {
    while (left-- > 0) await desk.publish(true);
  };
  await Promise.all(Array.from({ length: 4 }, send));
  const newest = await desk.newest();
  await untilAllKnow(quick, newest);
  const held = residentMib(pid) - before;
  for (const client of slow) client.resume();
  await sleep(3000);
  const dropped = slow.filter(({ isClosed }) => isClosed);
  const behind = dropped.map(({ known }) => newest - known);
  await openAll(dropped);
  await untilAllKnow(slow, newest);
  row("clients that stop reading / flashes of 1.4 KB / dropped", SLOW, newest - start, dropped.length);
  row("flashes that they lacked when they came back: least / most", Math.min(...behind), Math.max(...behind));
  row("their lost / doubled / page offered anew", ...faultsOf(slow));
  row("memory of the server grew by, MiB", Math.round(held));
  for (const client of [...slow, ...quick]) client.close();
}

/** Open pages on one process: many that only listen, some that stop reading, and its end while they listen. */
export async function run() {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-bench-"));
  chmodSync(dataDir, 0o755);
  const portal = await startNode([".build/main.js", "start"], { DATA_DIR: dataDir, DATABASE_URL: "", SITE_URL: "" });
  const url = readFileSync(join(dataDir, "postgres.url"), "utf8").trim();
  const connection = connect(url, { max: 6, name: "finews-bench" });
  try {
    const desk = await openDesk(connection);
    for (const path of ["/", "/live", "/corrections"]) await (await fetch(portal.origin + path)).arrayBuffer();
    await desk.publish();
    const port = Number(new URL(portal.origin).port);
    console.log(`${cpus().length} cores, Node ${process.version}\n\n| | |\n| --- | ---: |`);
    const clients = await manyClients(portal, port, desk);
    for (const client of clients) client.close();
    // A short run is for the many only.
    if (SECONDS >= 60) await slowClients(portal, port, desk);
    await openAll(clients);
    await connection.close();
    const from = Date.now();
    await portal.stop();
    row(`the server ends with ${CLIENTS} clients after`, `${Date.now() - from} ms`);
  } finally {
    await connection.close();
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
