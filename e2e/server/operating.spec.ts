import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startPortal } from "../fixtures";

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const postmaster = (dataDir: string) =>
  Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const command = (name: string, env: Record<string, string>) =>
  spawnSync(process.execPath, [".build/main.js", name], { encoding: "utf8", env: { ...process.env, ...env } });

test("after kill -9 the next start comes up by itself, and nothing acknowledged is lost", async () => {
  test.setTimeout(120_000);
  const first = await startPortal();
  const { dataDir } = first.portal;
  const sql = postgres(readFileSync(join(dataDir, "postgres.url"), "utf8").trim(), { max: 1, onclose: () => {} });
  await sql`create table acknowledged (n int primary key)`;

  await test.step("a second start says that one runs", async () => {
    const second = command("start", { DATA_DIR: dataDir, DATABASE_URL: "", PORT: "0" });
    expect(second.status).toBe(1);
    expect(second.stderr).toMatch(new RegExp(`^✗ finews is already running .*process ${first.child.pid}`));
    expect(second.stderr).not.toContain("    at ");
  });

  let acknowledged = 0;
  const writing = (async () => {
    for (; acknowledged < 400; acknowledged++) await sql`insert into acknowledged values (${acknowledged})`;
  })().catch(() => {});
  const pid = postmaster(dataDir);
  while (acknowledged < 150) await new Promise((done) => setTimeout(done, 5));
  first.child.kill("SIGKILL");
  // The database is killed as well: neither had time to put anything in order.
  process.kill(pid, "SIGKILL");
  await writing;
  await sql.end({ timeout: 1 });

  const again = await startPortal({ DATA_DIR: dataDir });
  expect((await fetch(again.portal.url)).status).toBe(200);
  const after = postgres(readFileSync(join(dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const [row] = await after`select count(*)::int as n from acknowledged`;
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
  await after.end();

  await test.step("Ctrl-C ends every process it started", async () => {
    const database = postmaster(dataDir);
    await again.stop();
    await expect.poll(() => alive(database)).toBe(false);
    expect(existsSync(join(dataDir, "postgres/postmaster.pid"))).toBe(false);
    await expect(fetch(again.portal.url)).rejects.toThrow();
  });
  await first.stop();
});

test("a setting or a database that is wrong is named in one sentence", () => {
  for (const [env, sentence] of [
    [{ PORT: "http" }, '✗ Wrong setting. PORT: expected a port from 0 to 65535 (found "http").'],
    [{ DATABASE_URL: "postgres://a:b@127.0.0.1:1/c" }, /^✗ The database at 127\.0\.0\.1:1 cannot be used: nothing/],
  ] as const) {
    const { status, stderr } = command("start", env);
    expect([status, stderr.trim().split("\n").length]).toEqual([1, 1]);
    expect(stderr.trim()).toMatch(sentence);
  }
});
