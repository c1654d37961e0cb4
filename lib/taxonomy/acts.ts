import "server-only";
import { eq, sql } from "drizzle-orm";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { type Criteria, taxonomyActs } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { countChosen } from "@/lib/taxonomy/chosen";

export type TaxonomyAct = typeof taxonomyActs.$inferSelect;
type Begun = Pick<TaxonomyAct, "id" | "kind" | "subject" | "fromId" | "toIds" | "retires"> & {
  criteria?: Criteria;
  granted?: string[];
};

/** An act of this number, if it was begun already: its answer was lost on the way. */
export async function findBegun(tx: Tx, id: string): Promise<TaxonomyAct | null> {
  const [act] = await tx.select().from(taxonomyActs).where(eq(taxonomyActs.id, id));
  return act ?? null;
}

/** Writes down what is to be done with the articles; `runAct` does it. */
export async function beginAct(tx: Tx, ctx: Ctx, act: Begun): Promise<TaxonomyAct> {
  const articles = await countChosen(tx, { ...act, criteria: act.criteria ?? {} });
  const [row] = await tx
    .insert(taxonomyActs)
    .values({ ...act, articles, actor: actorKey(ctx.actor), actorName: actorName(ctx.actor), createdAt: ctx.now })
    .returning();
  return row!;
}

/** Whether an act's articles are still on their way, there or back. */
export const isUnderWay = sql<boolean>`(${taxonomyActs.finishedAt} is null and ${taxonomyActs.undoneAt} is null
  or ${taxonomyActs.undoneAt} is not null and ${taxonomyActs.undoFinishedAt} is null)`;

/** What is being merged or split is not merged or split once more meanwhile: its articles would be left in between. */
export async function requireAtRest(tx: Tx, ids: string[]) {
  const list = idList(ids);
  const [open] = await tx
    .select({ actorName: taxonomyActs.actorName })
    .from(taxonomyActs)
    .where(sql`${isUnderWay} and (${taxonomyActs.fromId} in (${list}) or ${taxonomyActs.toIds} && array[${list}])`)
    .limit(1);
  if (open) throw new AppError("conflict", `${open.actorName} 的合并或拆分还没有做完，做完再来`);
}
