import "server-only";
import { and, eq, notExists, sql } from "drizzle-orm";
import { lockAddresses } from "@/lib/articles/stored";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { auditOutlet, leadOn, openOutlet, pathsOf } from "@/lib/categories/commands";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { categories, userCategories } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { beginAct, findBegun, requireAtRest } from "@/lib/taxonomy/acts";
import { lockTaxonomy } from "@/lib/taxonomy/lock";
import { staleOf } from "@/lib/taxonomy/move";
import type { MergeInput } from "@/lib/taxonomy/validation";

export type Begun = { id: string; articles: number; tags: string[] };

/**
 * One outlet takes another in. From this moment every address and name of the other leads to it; the articles follow in
 * the background (`runAct`). The row of the other stays, for its addresses and for who takes the merge back.
 */
export async function mergeOutlets(ctx: Ctx, input: MergeInput): Promise<Begun> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const begun = await findBegun(tx, input.act);
    if (begun) return { id: begun.id, articles: begun.articles, tags: [] };
    if (input.id === input.into) throw new AppError("invalid", "请检查标出的地方", { into: "不能并入自己" });
    // In one order, whichever way round two people merge.
    const opened = new Map<string, Awaited<ReturnType<typeof openOutlet>>>();
    for (const id of [input.id, input.into].sort()) opened.set(id, await openOutlet(tx, ctx, id));
    const [from, into] = [opened.get(input.id)!, opened.get(input.into)!];
    await requireAtRest(tx, [from.id, into.id]);
    await lockAddresses(tx);
    await tx
      .update(categories)
      .set({ mergedIntoId: into.id, version: from.version + 1, updatedAt: ctx.now })
      .where(eq(categories.id, from.id));
    await leadOn(tx, ctx, from);
    const granted = await takeAlong(tx, from.id, into.id);
    const act = await beginAct(tx, ctx, {
      ...{ id: input.act, kind: "merge", subject: "category", fromId: from.id, toIds: [into.id], retires: true },
      granted,
    });
    await auditOutlet(tx, ctx, "category.merged", from.id, {
      ...{ name: from.name, into: into.name, articles: act.articles, act: act.id },
      ...(granted.length > 0 && { granted: granted.length }),
    });
    const tags = [...staleOf(act), ...pathsOf(from.slug).map(tag.path)];
    await announce(tx, "category.merged", tags);
    return { id: act.id, articles: act.articles, tags };
  });
}

/** Who works in the outlet goes on in the one that takes it in; who is limited to neither has no list to lengthen. */
async function takeAlong(tx: Tx, fromId: string, intoId: string): Promise<string[]> {
  const has = tx
    .select({ one: sql`1` })
    .from(sql`user_categories own`)
    .where(sql`own.user_id = ${userCategories.userId} and own.category_id = ${intoId}::uuid`);
  const people = await tx
    .select({ userId: userCategories.userId })
    .from(userCategories)
    .where(and(eq(userCategories.categoryId, fromId), notExists(has)));
  if (people.length === 0) return [];
  await tx.insert(userCategories).values(people.map(({ userId }) => ({ userId, categoryId: intoId })));
  return people.map(({ userId }) => userId);
}
