import "server-only";
import { asc, desc, gt, isNotNull } from "drizzle-orm";
import { numberChanges } from "@/lib/changes/commands";
import type { Db } from "@/lib/db/client";
import { articleChanges, type CHANGE_KINDS } from "@/lib/db/schema";

export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** What readers see of an article changed; `number` counts all changes from 1 without a gap. */
export type Change = { number: number; kind: ChangeKind; articleId: string; at: Date };

const columns = {
  /** Never null where a number is asked for. */
  number: articleChanges.number,
  kind: articleChanges.kind,
  articleId: articleChanges.articleId,
  at: articleChanges.at,
};
const numbered = (row: Omit<Change, "number"> & { number: number | null }): Change => ({ ...row, number: row.number! });

/**
 * Changes behind a number, in order; 0: from the beginning. Whoever goes on behind the last number read sees each change
 * once and misses none. Needs the primary database: it gives numbers.
 */
export async function listChanges(db: Db, after: number, limit: number): Promise<Change[]> {
  await numberChanges(db);
  const rows = await db
    .select(columns)
    .from(articleChanges)
    .where(gt(articleChanges.number, after))
    .orderBy(asc(articleChanges.number))
    .limit(limit);
  return rows.map(numbered);
}

/** The last of everything that has changed by now; null where nothing ever did. */
export async function findNewestChange(db: Db): Promise<Change | null> {
  while ((await numberChanges(db)) > 0);
  const [row] = await db
    .select(columns)
    .from(articleChanges)
    .where(isNotNull(articleChanges.number))
    .orderBy(desc(articleChanges.number))
    .limit(1);
  return row ? numbered(row) : null;
}
