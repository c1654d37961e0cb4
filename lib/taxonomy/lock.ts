import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";

const KEY = sql`hashtextextended('taxonomy', 0)`;

/** Until this transaction ends no outlet or tag is merged, split or renamed: where an article is put, it still is. */
export const holdTaxonomy = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock_shared(${KEY})`);

/** For who changes outlets or tags themselves: waits for every write that has looked one up, one at a time. */
export const lockTaxonomy = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${KEY})`);
