import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { refusedLinks } from "@/lib/db/schema";
import { readMentions } from "@/lib/securities/auto-mentions";
import { cut, loadNames } from "@/lib/securities/mention-queries";
import type { Batch, Write } from "./batch";

/**
 * Takes out marks of a company's Hong Kong listing where the text speaks of the company and not of Hong Kong. A mark
 * without a word is a chart, and says what it shows.
 */
export async function refuseOtherListings(tx: Tx, writes: Write[]) {
  const index = await loadNames(tx);
  for (const { plan, row } of writes) {
    const draft = plan.group.draft!; // only stories are written
    const doubtful = new Map(
      draft.mentions.flatMap(({ symbol, name }) => {
        const counterpart = index.counterparts.get(symbol);
        return symbol.startsWith("HK") && name !== "" && counterpart ? [[symbol, counterpart] as const] : [];
      }),
    );
    if (doubtful.size === 0) continue;
    const chosen = new Set(draft.mentions.map(({ symbol }) => symbol).filter((symbol) => !doubtful.has(symbol)));
    const found = readMentions(row, index, cut, chosen);
    draft.mentions = draft.mentions.filter(({ symbol, name }) => {
      const counterpart = doubtful.get(symbol);
      if (!counterpart || found.has(symbol) || !found.has(counterpart)) return true;
      draft.refused.push({ symbol, word: name, context: name, reason: "other-listing" });
      return false;
    });
  }
}

/** Lists what was refused of these stories' links, in the place of what was refused before. */
export async function writeRefusedLinks(tx: Tx, batch: Batch) {
  const updated = batch.updated.map(({ row }) => row.id);
  if (updated.length > 0) await tx.delete(refusedLinks).where(inArray(refusedLinks.articleId, updated));
  const rows = [...batch.created, ...batch.updated].flatMap(({ plan, row }) =>
    plan.group.draft!.refused.map((refused) => ({ ...refused, articleId: row.id, createdAt: row.updatedAt })),
  );
  if (rows.length > 0) await tx.insert(refusedLinks).values(rows).onConflictDoNothing();
}
