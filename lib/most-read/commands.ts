import "server-only";
import { eq, sql } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Db, Tx } from "@/lib/db/client";
import { mostRead } from "@/lib/db/schema";
import { countMostRead, listMostRead } from "./queries";
import { SPAN_KEYS, type Span } from "./spans";

/** Workers count one after the other: they write the same rows. */
const LOCK = 7_316_022;

const shown = async (tx: Tx) => {
  const lists = await listMostRead(tx);
  return JSON.stringify(SPAN_KEYS.map((span) => lists[span].map(({ id }) => id)));
};

async function write(tx: Tx, span: Span, ids: string[]) {
  const before = await tx.select().from(mostRead).where(eq(mostRead.span, span)).orderBy(mostRead.place);
  if (before.map(({ articleId }) => articleId).join() === ids.join()) return;
  await tx.delete(mostRead).where(eq(mostRead.span, span));
  if (ids.length > 0)
    await tx.insert(mostRead).values(ids.map((articleId, at) => ({ span, place: at + 1, articleId })));
}

/**
 * Counts what was read most and announces it when readers would see another order than before. No audit row: it follows
 * from what was counted and is nobody's deed.
 * @returns whether they would
 */
export async function rankMostRead(db: Db, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const before = await shown(tx);
    for (const span of SPAN_KEYS) await write(tx, span, await countMostRead(tx, span, now));
    const hasChanged = (await shown(tx)) !== before;
    if (hasChanged) await announce(tx, "most-read.ranked", [tag.mostRead]);
    return hasChanged;
  });
}
