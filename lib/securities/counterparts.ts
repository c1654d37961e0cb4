import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { securities } from "@/lib/db/schema";

/** Why two listings are no pair, an A-share and one in Hong Kong; locks the other. */
export async function counterpartFault(tx: Tx, symbol: string, counterpart: string): Promise<string | null> {
  const isMainland = (one: string) => /^(?:SH|SZ|BJ)/.test(one);
  const isPair = isMainland(symbol) ? counterpart.startsWith("HK") : symbol.startsWith("HK") && isMainland(counterpart);
  if (!isPair) return "一个在内地上市，一个在香港上市，才是一对";
  const [row] = await tx.select().from(securities).where(eq(securities.symbol, counterpart)).for("update");
  if (!row) return "没有这只证券";
  return row.counterpart && row.counterpart !== symbol ? `${row.name} 已和 ${row.counterpart} 是一对` : null;
}

/** Both listings lead to each other, or neither does; who has the other's form open is told that it changed. */
export async function pair(tx: Tx, symbol: string, before: string | null, after: string | null) {
  const point = async (from: string, to: string | null, isOther: boolean) => {
    const [row] = await tx.select().from(securities).where(eq(securities.symbol, from)).for("update");
    if (row && row.counterpart !== to)
      await tx
        .update(securities)
        .set({ counterpart: to, ...(isOther && { version: row.version + 1 }) })
        .where(eq(securities.symbol, from));
  };
  if (before && before !== after) await point(before, null, true);
  if (after) await point(after, symbol, true);
  await point(symbol, after, false);
}
