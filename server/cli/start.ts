import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineCommand } from "citty";
import { recluster } from "@/lib/clusters/recluster";
import { connect } from "@/lib/db/client";
import { migrateDatabase } from "@/lib/db/migrate";
import { openDatabase } from "@/lib/db/open";
import { articles, importFiles, installation } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { OperatorError } from "@/lib/errors";
import { materialiseDemo } from "@/lib/importers/demo";
import { runImport } from "@/lib/importers/jekyll/run";
import { log } from "@/lib/log";
import { seedSecurities } from "@/lib/securities/seed";
import { createSetupToken } from "@/lib/users/commands";
import { ensureBuilt } from "./build";
import { holdServerLock } from "./lock";
import { portFault } from "./port";
import { projectRoot } from "./root";
import { step } from "./steps";

/** Fills an empty installation with the demo archive, its dates shifted so that the newest story is of today. */
async function importDemo(url: string): Promise<number> {
  const { db, close } = connect(url, { max: 4, name: "finews-demo" });
  const folder = mkdtempSync(join(tmpdir(), "finews-demo-"));
  try {
    const [anything] = await db.select({ id: articles.id }).from(articles).limit(1);
    const [ledger] = await db.select({ path: importFiles.path }).from(importFiles).limit(1);
    if (anything || ledger) return 0;
    const now = new Date();
    await materialiseDemo(join(projectRoot, "demo"), folder, now);
    const result = await runImport({ db, actor: { kind: "system", job: "import" }, now }, { path: folder });
    // Few enough that the first reader finds them compared already.
    await recluster({ db, actor: { kind: "system", job: "recluster" }, now });
    await db
      .insert(installation)
      .values({ key: "demo", value: { at: now.toISOString() } })
      .onConflictDoNothing();
    return result.counts.imported;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await close();
  }
}

async function seed(url: string) {
  const { db, close } = connect(url, { max: 1, name: "finews-seed" });
  try {
    await seedSecurities(db, projectRoot);
  } finally {
    await close();
  }
}

/** @throws {OperatorError} before anything long is begun, when the port cannot be had */
async function requirePort(port: number, host: string) {
  const code = await portFault(port, host);
  if (code === null) return;
  const reason = code === "EADDRINUSE" ? "another program listens there" : code;
  throw new OperatorError(
    `Port ${port} on ${host} cannot be used: ${reason}. Stop that program or choose another port, for example PORT=${port + 1} npm start.`,
  );
}

/** A link that creates the first administrator; null once there is a user. */
async function setupLink(url: string, siteUrl: string): Promise<string | null> {
  const { db, close } = connect(url, { max: 1, name: "finews-setup" });
  try {
    const token = await createSetupToken(db, new Date());
    return token && `${siteUrl}/setup?token=${token}`;
  } finally {
    await close();
  }
}

/** Jobs in this process. Without them the site lives on: what is due is published by the first request after its time. */
async function startJobs(url: string): Promise<() => Promise<void>> {
  try {
    const { startWorker } = await import("../worker/main");
    return (await startWorker(url)).close;
  } catch (error) {
    log.error({ err: error }, "the worker could not be started; the site runs without it");
    return async () => {};
  }
}

async function start() {
  const settings = env();
  console.log("finews · 金融消息");
  const database = await step(
    "database",
    () => openDatabase(projectRoot),
    (d) => `${d.kind}${d.reused ? ", already running" : ""}`,
  );
  const closers: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    for (const close of closers.reverse()) await close().catch((error) => console.error(String(error)));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));

  try {
    if (database.kind === "embedded") {
      const unlock = await holdServerLock(database.url, settings.dataDir, { pid: process.pid, port: settings.PORT });
      closers.push(database.stop, unlock);
    }
    await requirePort(settings.PORT, settings.HOST);
    await step("migrations", () => migrateDatabase(database.url, projectRoot));
    await step("securities", () => seed(database.url));
    await step(
      "demo archive",
      () => importDemo(database.url),
      (n) => (n > 0 ? `${n} stories imported` : "not needed"),
    );
    await step(
      "build",
      () => ensureBuilt(projectRoot),
      (made) => (made ? "made" : "up to date"),
    );
    const web = await step("server", async () => {
      const { startWeb } = await import("../web/main");
      return startWeb({ port: settings.PORT, host: settings.HOST });
    });
    closers.push(web.close);
    if (settings.WORKER === "on") closers.push(await startJobs(database.url));
    const siteUrl = settings.SITE_URL ?? `http://localhost:${web.port}`;
    const link = await setupLink(database.url, siteUrl);
    console.log(`\n  Site   ${siteUrl}/\n  Admin  ${siteUrl}/admin`);
    if (link) console.log(`  Set up ${link}\n         (creates the first administrator; works once, for 24 hours)`);
    console.log("\n  Ctrl-C stops it.");
  } catch (error) {
    for (const close of closers.reverse()) await close().catch(() => {});
    throw error;
  }
}

export const startCommand = defineCommand({
  meta: { name: "start", description: "Start database, site and newsroom on this machine" },
  run: async () => {
    Object.assign(process.env, { NODE_ENV: "production" });
    await start();
  },
});
