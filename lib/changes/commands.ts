import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";

/** Rows that are numbered in one go: an import of a million holds the lock for a moment at a time. */
const BATCH = 5000;

/** What has no number yet and may have one: what holds for readers by now. */
const waits = sql`number is null and at <= clock_timestamp()`;

/**
 * Gives the next numbers to changes that were committed without one, in the order in which they were written. Writers
 * wait for nobody; whoever reads takes turns under a lock, so that a number that is seen has all smaller ones before it.
 * @returns how many were numbered: at most a batch
 */
export async function numberChanges(db: Db): Promise<number> {
  const [waiting] = await db.execute(sql`select 1 from article_changes where ${waits} limit 1`);
  if (!waiting) return 0;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('article_changes', 0))`);
    // A statement of its own, so that it sees what the one who held the lock before has committed.
    const { count } = await tx.execute(sql`
      with waiting as (
        select id, row_number() over (order by id) place
        from (select id from article_changes where ${waits} order by id limit ${BATCH}) batch
      ), last as (
        select coalesce(max(number), 0) number from article_changes
      )
      update article_changes c set number = last.number + waiting.place
      from waiting, last where c.id = waiting.id`);
    return count;
  });
}
