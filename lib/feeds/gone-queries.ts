import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { type FeedList, wasListed } from "./lists";

/** No document says more of what is not there. */
const MOST = 100;
/** So many of all that was taken back are looked through for those of one list. */
const LOOKED_AT = 1000;

/** As in the indexes on what was taken back: withdrawn, taken down, or in the bin after readers knew it. */
const IS_GONE = sql.raw(
  "(status = 'withdrawn' or status = 'trashed' and trashed_from in ('published', 'withdrawn')) and publish_at is not null",
);
const GONE_AT = sql.raw("coalesce(withdrawn_at, updated_at)");

export type GoneRow = { id: string; at: Date; reason: string | null; isTakenDown: boolean };

async function read(db: Db, list: FeedList, looked: SQL): Promise<GoneRow[]> {
  const rows = await db.execute<{ id: string; at: string; reason: string | null; isTakenDown: boolean }>(sql`
    select a.id, ${sql.raw("coalesce(a.withdrawn_at, a.updated_at)")} at, a.withdrawn_reason reason,
      a.taken_down_at is not null "isTakenDown"
    from (${looked}) a where ${wasListed(list)} order by at desc, a.id desc limit ${MOST}`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** What was taken back of a list since a moment: who follows the list alone hears of old articles too. */
export const listGoneSince = (db: Db, list: FeedList, since: Date | null) =>
  read(
    db,
    list,
    sql`select * from articles where ${IS_GONE}
      ${since ? sql`and ${GONE_AT} >= ${since.toISOString()}::timestamptz` : sql.empty()}
      order by ${GONE_AT} desc, id desc limit ${LOOKED_AT}`,
  );

/** What was taken back of a list from between two places, the newer one left out. */
export const listGoneBetween = (db: Db, list: FeedList, after: Position, last: Position | null) =>
  read(
    db,
    list,
    sql`select * from articles where ${IS_GONE}
      and (publish_at, id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)
      ${last ? sql`and (publish_at, id) >= (${last.at.toISOString()}::timestamptz, ${last.id}::uuid)` : sql.empty()}
      order by publish_at desc, id desc limit ${LOOKED_AT}`,
  );
