import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record";
import { type Head, sealAudit } from "@/lib/audit/seal";
import { verifyAudit } from "@/lib/audit/verify";
import { auditLog, auditSeals, auditUnsealed, installation } from "@/lib/db/schema";
import { createTestDatabase, testDb } from "@/lib/testing/db";
import { actorOf } from "@/lib/testing/factories";

const database = testDb();
const actor = actorOf("editor");
const now = new Date("2026-11-24T02:00:00.123Z");

async function write(count: number) {
  const entries = Array.from({ length: count }, (_, n) => ({
    action: "article.published",
    subjectType: "article",
    subjectId: `thing-${n}`,
    change: { 标题: `“第 ${n} 篇”`, n },
  }));
  await database.db.transaction((tx) => recordAudit(tx, { actor, now }, ...entries));
}

/** What somebody does who owns the tables. */
const tamper = (statement: string) =>
  database.sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement);
  });
const ids = async () =>
  (await database.db.select({ id: auditLog.id }).from(auditLog).orderBy(auditLog.id)).map((r) => r.id);
const kinds = async (anchors: { head: Head; noted: string }[] = []) =>
  (await verifyAudit(database.db, anchors)).findings.map(({ kind }) => kind);

beforeEach(async () => {
  await tamper("truncate audit_log, audit_seals, audit_unsealed restart identity");
  await database.db.delete(installation).where(sql`key = 'audit_head'`);
});

describe("the chain of the audit log", () => {
  test("holds every row, in transactions side by side as well, and nothing is sealed twice", async () => {
    await Promise.all(Array.from({ length: 8 }, () => write(5)));
    const seals = await Promise.all([sealAudit(database.db), sealAudit(database.db)]);
    expect(seals.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(40);
    await write(3);
    const { findings, sealed, waiting, head } = await verifyAudit(database.db);
    expect({ findings, sealed, waiting, end: head.seq }).toEqual({ findings: [], sealed: 40, waiting: 3, end: 40 });
    await sealAudit(database.db);
    expect(await verifyAudit(database.db)).toMatchObject({ findings: [], sealed: 43, waiting: 0 });
  });

  test("waits for a row whose transaction commits late, and takes it then", async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    let started = () => {};
    const begun = new Promise<void>((done) => {
      started = done;
    });
    const late = database.db.transaction(async (tx) => {
      const entry = { action: "user.created", subjectType: "user", subjectId: "late", change: {} };
      await recordAudit(tx, { actor, now }, entry);
      started();
      await held;
    });
    await begun;
    await write(2);
    expect((await sealAudit(database.db)).sealed).toBe(2);
    release();
    await late;
    expect((await sealAudit(database.db)).sealed).toBe(1);
    const order = await database.db.select({ rowId: auditSeals.rowId }).from(auditSeals).orderBy(auditSeals.seq);
    expect(order.map(({ rowId }) => rowId)).toEqual([2, 3, 1]);
    expect(await kinds()).toEqual([]);
  });

  test.each([
    "action = 'x'",
    "at = at + interval '1 microsecond'",
    "actor = 'user:x'",
    "actor_name = ''",
    "change = change || '{\"n\": 2.0}'",
    "subject_id = ''",
  ])("names the one row that was changed (%s)", async (set) => {
    await write(6);
    await sealAudit(database.db);
    const [, , third] = await ids();
    await tamper(`update audit_log set ${set} where id = ${third}`);
    expect((await verifyAudit(database.db)).findings).toEqual([{ kind: "changed", seq: 3, rowId: third }]);
  });

  test("names rows that are gone, were put in, or changed places", async () => {
    await write(8);
    await sealAudit(database.db);
    const [first, second, third] = await ids();
    await tamper(`delete from audit_log where id = ${second}`);
    expect((await verifyAudit(database.db)).findings).toEqual([{ kind: "missing", seq: 2, rowId: second }]);
    await tamper(
      `insert into audit_log select ${second}, at, actor, actor_name, action, subject_type, subject_id, change from audit_log where id = ${first}`,
    );
    expect((await verifyAudit(database.db)).findings).toEqual([{ kind: "changed", seq: 2, rowId: second }]);
    await tamper(
      `delete from audit_log where id = ${second}; insert into audit_log select 900, at, actor, actor_name, action, subject_type, subject_id, change from audit_log where id = ${first}`,
    );
    expect((await verifyAudit(database.db)).findings).toEqual([
      { kind: "missing", seq: 2, rowId: second },
      { kind: "added", rowId: 900 },
    ]);
    await tamper(`update audit_seals set row_id = case seq when 1 then ${third} else ${first} end where seq in (1, 3)`);
    expect(await kinds()).toEqual(["changed", "missing", "changed", "added"]);
  });

  test("sees seals that are gone and an end that was cut off, by its own note and by one kept elsewhere", async () => {
    await write(9);
    const { head } = await sealAudit(database.db);
    const noted = [{ head: head!, noted: "--head" }];
    await tamper("delete from audit_seals where seq in (4, 5)");
    expect((await verifyAudit(database.db, noted)).findings[0]).toEqual({ kind: "gap", seq: 4, to: 5 });

    await tamper("delete from audit_log where id > 7; delete from audit_seals where seq > 7");
    expect(await kinds()).toEqual(["gap", "truncated", "added", "added"]);
    await tamper(
      `update installation set value = null_head.v from (select jsonb_build_object('seq', 7, 'hash', encode(hash, 'hex')) v from audit_seals where seq = 7) null_head where key = 'audit_head'`,
    );
    expect(await kinds()).toEqual(["gap", "added", "added"]);
    expect(await kinds(noted)).toEqual(["gap", "truncated", "added", "added"]);
  });

  test("sees a chain that was written anew to its end", async () => {
    await write(4);
    const { head } = await sealAudit(database.db);
    await tamper(
      "update audit_log set actor_name = '别人' where id = 2; truncate audit_seals; insert into audit_unsealed select id from audit_log; delete from installation where key = 'audit_head'",
    );
    await sealAudit(database.db);
    expect(await kinds()).toEqual([]);
    expect(await kinds([{ head: head!, noted: "--head" }])).toEqual(["truncated"]);
  });

  test("is append-only for whoever does not own it out of order", async () => {
    await write(1);
    await sealAudit(database.db);
    for (const statement of [
      "update audit_log set action = 'x'",
      "delete from audit_log",
      "truncate audit_log",
      "delete from audit_seals",
    ]) {
      await expect(database.sql.unsafe(statement)).rejects.toThrow("append-only");
    }
  });
});

test("rows from before the chain come into it", async () => {
  const other = await createTestDatabase();
  try {
    // The state of an installation that has rows and no trigger yet.
    await other.sql`alter table audit_log disable trigger audit_log_queue`;
    await other.db.insert(auditLog).values({
      at: now,
      actor: "system:cli",
      actorName: "命令行",
      action: "user.created",
      subjectType: "user",
      subjectId: "x",
      change: {},
    });
    await other.sql`insert into audit_unsealed (row_id) select id from audit_log on conflict do nothing`;
    expect(await other.db.$count(auditUnsealed)).toBe(1);
    await sealAudit(other.db);
    expect(await verifyAudit(other.db)).toMatchObject({ findings: [], sealed: 1 });
  } finally {
    await other.drop();
  }
});
