import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startPortal } from "../fixtures";

const urlOf = (dataDir: string) => readFileSync(join(dataDir, "postgres.url"), "utf8").trim();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A scheduled story, written as a command leaves it; the announcement tells every process. */
async function schedule(sql: postgres.Sql, slug: string, at: Date) {
  const [row] = await sql`
    insert into articles (id, slug, title, body_html, word_count, status, publish_at, category_id)
    select ${randomUUID()}, ${slug}, ${`定时 ${slug}`}, '<p>正文。</p>', 3, 'scheduled', ${at}, id
    from categories where slug = 'dongancaijing' returning id`;
  await sql`insert into outbox (topic, payload) values ('article.scheduled', ${sql.json({ tags: [`article:${row!.id}`] })})`;
  return row!.id as string;
}

const trail = (sql: postgres.Sql, ids: string[]) => sql<{ id: string; audit: number; kept: number; status: string }[]>`
  select a.id, a.status,
    (select count(*)::int from audit_log where subject_id = a.id::text and action = 'article.published') audit,
    (select count(*)::int from revisions where article_id = a.id and status = 'published') kept
  from articles a where a.id in ${sql(ids)}`;

test("three workers, killed at random: thirty articles published once each, none missed", async () => {
  test.setTimeout(120_000);
  const { portal, stop } = await startPortal({ WORKER: "off" });
  const url = urlOf(portal.dataDir);
  const sql = postgres(url, { max: 2 });
  let killing = true;
  let killed = 0;
  const workers: (ChildProcess | undefined)[] = [undefined, undefined, undefined];
  /** Keeps one worker alive, and kills it again and again at moments of chance. */
  const harass = async (n: number) => {
    while (killing) {
      const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: "warn" };
      const child = spawn(process.execPath, [".build/main.js", "worker"], { env, stdio: "ignore" });
      workers[n] = child;
      await pause(700 + Math.random() * 2500);
      if (!killing) return;
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGKILL");
      killed++;
      await ended;
    }
  };

  try {
    const from = Date.now() + 2000;
    const ids: string[] = [];
    for (let n = 0; n < 30; n++) ids.push(await schedule(sql, `wettlauf-${n}`, new Date(from + n * 200)));
    const rounds = workers.map((_, n) => harass(n));
    await pause(from + 30 * 200 + 500 - Date.now());
    killing = false;
    await Promise.all(rounds);
    // Nobody asked for a page: only the workers were there. The last ones alive have what is left.
    await expect
      .poll(async () => (await trail(sql, ids)).filter(({ status }) => status !== "published"), { timeout: 20_000 })
      .toEqual([]);
    const rows = await trail(sql, ids);
    expect(rows.map(({ audit, kept }) => [audit, kept])).toEqual(ids.map(() => [1, 1]));
    expect(killed).toBeGreaterThan(2);
  } finally {
    killing = false;
    for (const worker of workers) worker?.kill("SIGKILL");
    await sql.end({ timeout: 1 });
    await stop();
  }
});

test("without a worker, and after a server that was down over the time: there at the first request", async () => {
  test.setTimeout(120_000);
  const first = await startPortal({ WORKER: "off" });
  const { dataDir } = first.portal;
  const sql = postgres(urlOf(dataDir), { max: 1, onclose: () => {} });
  const links = async (base: string) =>
    (await (await fetch(`${base}/category/dongancaijing`)).text()).includes("定时 ");
  const status = async (base: string, slug: string) => (await fetch(`${base}/articles/${slug}`)).status;

  await test.step("no worker: lists and 404 rendered before the time give way at the first request after it", async () => {
    const at = Date.now() + 2500;
    const id = await schedule(sql, "ohne-worker", new Date(at));
    expect([await status(first.portal.url, "ohne-worker"), await links(first.portal.url)]).toEqual([404, false]);
    await pause(at + 20 - Date.now());
    expect(await trail(sql, [id])).toMatchObject([{ status: "scheduled" }]);
    expect(await links(first.portal.url)).toBe(true);
    expect(await status(first.portal.url, "ohne-worker")).toBe(200);
    expect(await trail(sql, [id])).toMatchObject([{ status: "published", audit: 1, kept: 1 }]);
  });

  const at = Date.now() + 1500;
  await schedule(sql, "ueber-nacht", new Date(at));
  await sql.end({ timeout: 1 });
  first.child.kill("SIGKILL");
  await pause(at + 100 - Date.now());
  const again = await startPortal({ DATA_DIR: dataDir, WORKER: "off" });
  expect(await status(again.portal.url, "ueber-nacht")).toBe(200);
  expect(await (await fetch(`${again.portal.url}/`)).text()).toContain("定时 ueber-nacht");
  await again.stop();
  await first.stop();
});
