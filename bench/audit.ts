import { sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { sealAudit, sealOf } from "@/lib/audit/seal";
import { verifyAudit } from "@/lib/audit/verify";
import type { Actor } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type Database, withDatabase } from "./database";

const ROWS = Number(process.argv[3] ?? 1_000_000);
const COMMANDS = 2000;
const AT_ONCE = 8;
const BATCHES = 40;
const BATCH = 500;
/** What a command does besides, in seconds of waiting for Postgres. */
const WORK = 0.004;

const actor: Actor = { kind: "system", job: "import" };
const entry = {
  action: "article.published",
  subjectType: "article",
  subjectId: "x",
  change: { version: 3, to: "published" },
};
const line = (name: string, ...cells: string[]) => console.log(`| ${[name, ...cells].join(" | ")} |`);
const cpuSeconds = () => Object.values(process.cpuUsage()).reduce((sum, micros) => sum + micros, 0) / 1e6;
const seconds = async (run: () => Promise<unknown>) => {
  const from = performance.now();
  await run();
  return (performance.now() - from) / 1000;
};

/** The chain inside of each command, for comparison: nobody writes until the one before has committed. */
async function chained(tx: Tx, now: Date) {
  await tx.execute(sql`select pg_advisory_xact_lock(42)`);
  const [head] = await tx.execute<{ seq: number; hash: string }>(sql`select seq, hash from chain_head`);
  await recordAudit(tx, { actor, now }, entry);
  const row = { ...entry, rowId: 1, micros: "1", actor: "", actorName: "", change: JSON.stringify(entry.change) };
  const hash = sealOf(head!.hash, Number(head!.seq) + 1, row);
  await tx.execute(sql`update chain_head set seq = seq + 1, hash = ${hash}`);
}

/** Commands of several people at once; each writes one row and then works on for a while before it commits. */
async function commands({ db }: Database, write: (tx: Tx, now: Date) => Promise<unknown>) {
  let left = COMMANDS;
  const one = async () => {
    while (left-- > 0) {
      await db.transaction(async (tx) => {
        await write(tx, new Date());
        await tx.execute(sql`select pg_sleep(${WORK})`);
      });
    }
  };
  const took = await seconds(() => Promise.all(Array.from({ length: AT_ONCE }, one)));
  return `${(COMMANDS / took).toFixed(0)}/s`;
}

async function batches({ db }: Database) {
  const entries = Array.from({ length: BATCH }, () => entry);
  const took = await seconds(async () => {
    for (let n = 0; n < BATCHES; n++)
      await db.transaction((tx) => recordAudit(tx, { actor, now: new Date() }, ...entries));
  });
  return `${((took * 1e6) / (BATCHES * BATCH)).toFixed(0)} µs a row`;
}

async function compare(database: Database) {
  const plain = (tx: Tx, now: Date) => recordAudit(tx, { actor, now }, entry);
  await database.sql`create table chain_head (seq bigint, hash text)`;
  await database.sql`insert into chain_head values (0, ${"0".repeat(64)})`;
  line("", `commands, ${AT_ONCE} at once`, `batches of ${BATCH}`);
  line("---", "---:", "---:");
  for (const round of [1, 2]) {
    await database.sql`alter table audit_log disable trigger audit_log_queue`;
    line(`no chain (run ${round})`, await commands(database, plain), await batches(database));
    await database.sql`alter table audit_log enable trigger audit_log_queue`;
    line(`a queue, sealed later (run ${round})`, await commands(database, plain), await batches(database));
  }
  line("a chain in the command, under a lock", await commands(database, chained), "–");
  await database.sql`insert into audit_unsealed select id from audit_log on conflict do nothing`;
}

/** What sealing and checking a long log costs. */
export async function run() {
  await withDatabase(10, async (database) => {
    if (process.argv[4] !== "chain") await compare(database);
    await database.sql`insert into audit_log (at, actor, actor_name, action, subject_type, subject_id, change)
      select now(), 'user:' || n % 40, '编辑' || n % 40, 'article.updated', 'article', gen_random_uuid()::text,
        jsonb_build_object('version', n, 'fields', jsonb_build_array('title', 'bodyHtml'), 'reason', '更正标题里的数字')
      from generate_series(1, ${ROWS}) n`;
    await database.sql`analyze`;
    let sealed = 0;
    const sealing = await seconds(async () => {
      sealed = (await sealAudit(database.db)).sealed;
    });
    console.log(`sealed ${sealed} rows in ${sealing.toFixed(1)} s (${(sealed / sealing).toFixed(0)}/s)`);
    const before = cpuSeconds();
    const checking = await seconds(async () => {
      const { findings } = await verifyAudit(database.db);
      if (findings.length > 0) throw new Error("the chain does not hold");
    });
    const own = `CPU of this process ${(cpuSeconds() - before).toFixed(1)} s`;
    console.log(`checked ${sealed} rows in ${checking.toFixed(1)} s (${(sealed / checking).toFixed(0)}/s), ${own}`);
  });
}
