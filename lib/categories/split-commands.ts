import "server-only";
import { v7 as uuidv7 } from "uuid";
import { announce } from "@/lib/cache/outbox";
import { auditOutlet, createOutlet, type OutletRow, openOutlet } from "@/lib/categories/commands";
import type { Begun } from "@/lib/categories/merge-commands";
import { mayKeepOutlet } from "@/lib/categories/policy";
import type { SplitOutletInput } from "@/lib/categories/validation";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { beginAct, findBegun, requireAtRest } from "@/lib/taxonomy/acts";
import { countChosen, readCriteria } from "@/lib/taxonomy/chosen";
import { lockTaxonomy } from "@/lib/taxonomy/lock";
import { staleOf } from "@/lib/taxonomy/move";
import { type CriteriaInput, hasCriteria } from "@/lib/taxonomy/validation";

/** Counting stops here: "more than ten thousand" says as much and costs the same for every outlet. */
export const COUNTED = 10_000;
const UNBOUND = { pinyin: "", description: "", logoId: null };

/** How many articles of an outlet these criteria name, counted up to a bound. */
export async function countOutletSplit(ctx: Ctx, input: { id: string; criteria: CriteriaInput }): Promise<number> {
  if (!mayKeepOutlet(ctx.actor, input.id)) throw new AppError("forbidden", "没有权限拆分这个媒体");
  const criteria = await readCriteria(ctx.db, input.criteria);
  return countChosen(ctx.db, { subject: "category", fromId: input.id, criteria }, COUNTED + 1);
}

/** Some of an outlet's articles go to another, there already or made for them. The outlet itself stays. */
export async function splitOutlet(ctx: Ctx, input: SplitOutletInput): Promise<Begun> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const begun = await findBegun(tx, input.act);
    if (begun) return { id: begun.id, articles: begun.articles, tags: [] };
    if (!hasCriteria(input.criteria)) throw new AppError("invalid", "请至少给一个条件；要全部移走，请用合并");
    const from = await openOutlet(tx, ctx, input.id);
    const into = await targetOf(tx, ctx, input, from);
    if (from.id === into.id) throw new AppError("invalid", "请检查标出的地方", { into: "不能移到自己" });
    await requireAtRest(tx, [from.id, into.id]);
    const act = await beginAct(tx, ctx, {
      ...{ id: input.act, kind: "split", subject: "category", fromId: from.id, toIds: [into.id], retires: false },
      criteria: await readCriteria(tx, input.criteria),
    });
    if (act.articles === 0) throw new AppError("invalid", "没有符合这些条件的文章");
    const change = { name: from.name, into: into.name, articles: act.articles, act: act.id };
    await auditOutlet(tx, ctx, "category.split", from.id, change);
    const tags = [...staleOf(act), ...into.tags];
    await announce(tx, "category.split", tags);
    return { id: act.id, articles: act.articles, tags };
  });
}

/** An outlet that is made for them allows what theirs did: a text does not become public property by moving. */
async function targetOf(tx: Tx, ctx: Ctx, { into, name, slug }: SplitOutletInput, from: OutletRow) {
  if (into) return { ...(await openOutlet(tx, ctx, into)), tags: [] as string[] };
  // Inside this transaction that of the command is a savepoint.
  const { indexing, inNews, aiCrawlers, feedText } = from;
  const form = { id: uuidv7(), name, slug, ...UNBOUND, indexing, inNews, aiCrawlers, feedText };
  return createOutlet({ ...ctx, db: tx as unknown as Db }, form);
}
