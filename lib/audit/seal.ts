import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { auditLog, auditSeals, auditUnsealed, installation } from "@/lib/db/schema";

/** Rows that one transaction seals: hashing them must not keep the pages of this process waiting. */
const BATCH = 1000;
const SEAL_LOCK = 7_316_003;
/** Where the chain ended when it was last added to, apart from the chain itself. */
const HEAD = "audit_head";

export type Head = { seq: number; hash: string };
/** What comes before the first seal. */
export const ROOT: Head = { seq: 0, hash: "0".repeat(64) };

/** A row of the audit log in the spelling that is hashed: as Postgres writes it, so that nothing is lost in between. */
export const sealedColumns = {
  rowId: auditLog.id,
  micros: sql<string>`(extract(epoch from ${auditLog.at}) * 1000000)::bigint::text`,
  actor: auditLog.actor,
  actorName: auditLog.actorName,
  action: auditLog.action,
  subjectType: auditLog.subjectType,
  subjectId: auditLog.subjectId,
  change: sql<string>`${auditLog.change}::text`,
};
export type SealedRow = {
  rowId: number;
  micros: string;
  actor: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  change: string;
};

/** SHA-256 over the hash before it and the JSON of place, number and content of the row. */
export function sealOf(before: string, seq: number, row: SealedRow): string {
  const { rowId, micros, actor, actorName, action, subjectType, subjectId, change } = row;
  const content = [seq, rowId, micros, actor, actorName, action, subjectType, subjectId, change];
  return createHash("sha256").update(Buffer.from(before, "hex")).update(JSON.stringify(content)).digest("hex");
}

/** What was noted as the end of the chain; null before the first seal. */
export async function findHead(db: Db | Tx): Promise<Head | null> {
  const [row] = await db.select({ value: installation.value }).from(installation).where(eq(installation.key, HEAD));
  return (row?.value as Head | undefined) ?? null;
}

/**
 * Gives every waiting row its seal, in the order of their numbers. Commands do not wait for it: they only leave the
 * row behind. Of several processes one seals, the others find nothing to do.
 * @returns how many rows were sealed, and where the chain ends
 */
export async function sealAudit(db: Db): Promise<{ sealed: number; head: Head | null }> {
  let sealed = 0;
  for (;;) {
    const { count, head } = await db.transaction(sealBatch);
    sealed += count;
    if (count < BATCH) return { sealed, head };
  }
}

async function sealBatch(tx: Tx): Promise<{ count: number; head: Head | null }> {
  const [lock] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${SEAL_LOCK}) held`);
  if (!lock!.held) return { count: 0, head: null };
  const before = await findHead(tx);
  const taken = await tx.execute<{ row_id: string }>(
    sql`delete from ${auditUnsealed} where row_id in (select row_id from ${auditUnsealed} order by row_id limit ${BATCH}) returning row_id`,
  );
  if (taken.length === 0) return { count: 0, head: before };
  const ids = taken.map((row) => Number(row.row_id));
  const rows = await tx
    .select(sealedColumns)
    .from(auditLog)
    .where(sql`${auditLog.id} = any(${sql.param(ids)}::bigint[])`)
    .orderBy(auditLog.id);
  if (rows.length === 0) return { count: taken.length, head: before };
  let head = before ?? ROOT;
  const seals = rows.map((row) => {
    head = { seq: head.seq + 1, hash: sealOf(head.hash, head.seq + 1, row) };
    return { seq: head.seq, rowId: row.rowId, hash: head.hash };
  });
  await insertSeals(tx, seals);
  await tx
    .insert(installation)
    .values({ key: HEAD, value: head })
    .onConflictDoUpdate({ target: installation.key, set: { value: head } });
  return { count: taken.length, head };
}

/** As three lists: a parameter for each value would be too many. */
async function insertSeals(tx: Tx, seals: { seq: number; rowId: number; hash: string }[]) {
  const column = (values: unknown[], type: string) => sql`${sql.param(values)}::${sql.raw(type)}[]`;
  await tx.execute(sql`insert into ${auditSeals} (seq, row_id, hash)
    select seq, row_id, decode(hash, 'hex') from unnest(
      ${column(
        seals.map((s) => s.seq),
        "bigint",
      )}, ${column(
        seals.map((s) => s.rowId),
        "bigint",
      )}, ${column(
        seals.map((s) => s.hash),
        "text",
      )}) as t(seq, row_id, hash)`);
}
