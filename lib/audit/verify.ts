import "server-only";
import { and, asc, eq, gt, notExists, sql } from "drizzle-orm";
import { findHead, type Head, ROOT, sealedColumns, sealOf } from "@/lib/audit/seal";
import type { Db, Tx } from "@/lib/db/client";
import { auditLog, auditSeals, auditUnsealed } from "@/lib/db/schema";

const PAGE = 10_000;
/** Findings that are named one by one; the rest is only counted. */
const MOST_NAMED = 100;

export type Finding =
  /** The content of the row, its place in the chain or the seal itself is not what was sealed. */
  | { kind: "changed"; seq: number; rowId: number }
  | { kind: "missing"; seq: number; rowId: number }
  /** Seals from `seq` to `to` are gone, and with them the order of what they covered. */
  | { kind: "gap"; seq: number; to: number }
  /** The chain does not reach, or does not fit, an end that was noted elsewhere. */
  | { kind: "truncated"; seq: number; noted: string }
  /** A row that is neither sealed nor waiting for its seal. */
  | { kind: "added"; rowId: number };

export type Verified = { findings: Finding[]; faults: number; sealed: number; waiting: number; head: Head };
type Anchor = { head: Head; noted: string };

/**
 * Goes through the whole chain as it stands at one moment. A row that does not fit is named and the chain is followed
 * from its stored seal, so that one change is one finding.
 * @param anchors ends of the chain that were noted outside of this database
 */
export const verifyAudit = (
  db: Db,
  anchors: Anchor[] = [],
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Verified> =>
  db.transaction(
    async (tx) => {
      const own = await findHead(tx);
      const walk = new Walk(own ? [...anchors, { head: own, noted: "the database" }] : anchors);
      await walk.follow(tx, onProgress);
      for (const rowId of await listAdded(tx)) walk.find({ kind: "added", rowId });
      const { findings, faults, head } = walk;
      return { findings, faults, head, sealed: walk.seen, waiting: await tx.$count(auditUnsealed) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );

/** The next seals, each with its row as it stands now. */
const readLinks = (tx: Tx, after: number) =>
  tx
    .select({
      seq: auditSeals.seq,
      sealed: auditSeals.rowId,
      hash: sql<string>`encode(${auditSeals.hash}, 'hex')`,
      row: sealedColumns,
    })
    .from(auditSeals)
    .leftJoin(auditLog, eq(auditLog.id, auditSeals.rowId))
    .where(gt(auditSeals.seq, after))
    .orderBy(asc(auditSeals.seq))
    .limit(PAGE)
    .execute();
type Link = Awaited<ReturnType<typeof readLinks>>[number];

class Walk {
  readonly findings: Finding[] = [];
  faults = 0;
  head = ROOT;
  seen = 0;
  constructor(readonly anchors: Anchor[]) {}

  find(finding: Finding) {
    this.faults++;
    if (this.findings.length < MOST_NAMED) this.findings.push(finding);
  }

  async follow(tx: Tx, onProgress: (done: number, total: number) => void) {
    const total = await tx.$count(auditSeals);
    let reading = readLinks(tx, this.head.seq);
    for (;;) {
      const page = await reading;
      const more = page.length === PAGE;
      // Postgres reads on while this page is checked.
      if (more) reading = readLinks(tx, page.at(-1)!.seq);
      for (const link of page) this.#check(link);
      onProgress(this.seen, total);
      if (!more) break;
    }
    for (const { head, noted } of this.anchors) {
      if (head.seq > this.head.seq) this.find({ kind: "truncated", seq: this.head.seq, noted });
    }
  }

  #check({ seq, sealed, hash, row }: Link) {
    const follows = seq === this.head.seq + 1;
    if (!follows) this.find({ kind: "gap", seq: this.head.seq + 1, to: seq - 1 });
    if (row?.rowId == null) this.find({ kind: "missing", seq, rowId: sealed });
    // Behind a gap the hash before is not known, so the first seal there cannot be made again.
    else if (follows && sealOf(this.head.hash, seq, row) !== hash) this.find({ kind: "changed", seq, rowId: sealed });
    for (const { head, noted } of this.anchors) {
      if (head.seq === seq && head.hash !== hash) this.find({ kind: "truncated", seq, noted });
    }
    this.head = { seq, hash };
    this.seen++;
  }
}

async function listAdded(tx: Tx): Promise<number[]> {
  const sealed = tx.select({ one: sql`1` }).from(auditSeals).where(eq(auditSeals.rowId, auditLog.id));
  const waiting = tx.select({ one: sql`1` }).from(auditUnsealed).where(eq(auditUnsealed.rowId, auditLog.id));
  const rows = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(and(notExists(sealed), notExists(waiting)))
    .orderBy(asc(auditLog.id))
    .limit(MOST_NAMED);
  return rows.map(({ id }) => id);
}
