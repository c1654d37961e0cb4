import "server-only";
import { eq, inArray } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { tagParts, tags } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { ensureTags } from "@/lib/tags/commands";
import { auditTag, openTag, requireTagRight, type TagRow, tagPathTag } from "@/lib/tags/desk-commands";
import type { SplitTagInput } from "@/lib/tags/validation";
import { beginAct, findBegun, requireAtRest, type TaxonomyAct } from "@/lib/taxonomy/acts";
import { countChosen, readCriteria } from "@/lib/taxonomy/chosen";
import { lockTaxonomy } from "@/lib/taxonomy/lock";
import { staleOf } from "@/lib/taxonomy/move";
import { type CriteriaInput, hasCriteria, type MergeInput } from "@/lib/taxonomy/validation";

export type Begun = { id: string; articles: number; tags: string[] };

/** Counting stops here, as for outlets. */
const COUNTED = 10_000;

/**
 * One tag takes another in. From this moment the other's address leads to it and its name means it; the articles follow
 * in the background (`runAct`).
 */
export async function mergeTags(ctx: Ctx, input: MergeInput): Promise<Begun> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const begun = await findBegun(tx, input.act);
    if (begun) return { id: begun.id, articles: begun.articles, tags: [] };
    if (input.id === input.into) throw new AppError("invalid", "请检查标出的地方", { into: "不能并入自己" });
    const opened = new Map<string, TagRow>();
    for (const id of [input.id, input.into].sort()) opened.set(id, await openTag(tx, ctx, id));
    const [from, into] = [opened.get(input.id)!, opened.get(input.into)!];
    await requireAtRest(tx, [from.id, into.id]);
    await tx
      .update(tags)
      .set({ mergedIntoId: into.id, version: from.version + 1 })
      .where(eq(tags.id, from.id));
    const act = await beginAct(tx, ctx, {
      ...{ id: input.act, kind: "merge", subject: "tag", fromId: from.id, toIds: [into.id], retires: true },
    });
    return finish(tx, ctx, "tag.merged", from, into.name, act);
  });
}

async function finish(
  tx: Tx,
  ctx: Ctx,
  action: string,
  from: TagRow,
  into: string,
  act: TaxonomyAct,
  more: string[] = [],
): Promise<Begun> {
  const change = { name: from.name, into, articles: act.articles, act: act.id };
  await auditTag(tx, ctx, action, from.id, change);
  const stale = [...staleOf(act), tagPathTag(from.slug), tag.topicPlace(from.id), ...more];
  await announce(tx, action, stale);
  return { id: act.id, articles: act.articles, tags: stale };
}

/** How many articles of a tag these criteria name, counted up to a bound. */
export async function countTagSplit(ctx: Ctx, input: { id: string; criteria: CriteriaInput }): Promise<number> {
  requireTagRight(ctx);
  const criteria = await readCriteria(ctx.db, input.criteria);
  return countChosen(ctx.db, { subject: "tag", fromId: input.id, criteria }, COUNTED + 1);
}

/**
 * Other tags in the place of one: on all its articles, and then its address leads to the first of them and its name
 * means all of them; or on those that the criteria name, and then it stays.
 */
export async function splitTag(ctx: Ctx, input: SplitTagInput): Promise<Begun> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const begun = await findBegun(tx, input.act);
    if (begun) return { id: begun.id, articles: begun.articles, tags: [] };
    const from = await openTag(tx, ctx, input.id);
    const retires = !hasCriteria(input.criteria);
    const parts: { id: string; name: string }[] = [];
    // One after the other: the first is where the address leads.
    for (const name of input.into) {
      for (const part of await ensureTags(tx, [name])) if (!parts.some(({ id }) => id === part.id)) parts.push(part);
    }
    if (parts.some(({ id }) => id === from.id))
      throw new AppError("invalid", "请检查标出的地方", { into: `「${from.name}」不能拆成它自己` });
    if (retires && parts.length < 2)
      throw new AppError("invalid", "请检查标出的地方", { into: "不给条件时，要拆成两个以上；只要一个，请用合并" });
    const toIds = parts.map(({ id }) => id);
    await requireAtRest(tx, [from.id, ...toIds]);
    const held = await tx
      .select({ slug: tags.slug })
      .from(tags)
      .where(inArray(tags.id, toIds))
      .orderBy(tags.id)
      .for("no key update");
    if (retires) {
      await tx
        .update(tags)
        .set({ mergedIntoId: toIds[0]!, version: from.version + 1 })
        .where(eq(tags.id, from.id));
      await tx.insert(tagParts).values(toIds.map((partId) => ({ tagId: from.id, partId })));
    }
    const criteria = await readCriteria(tx, input.criteria);
    const act = await beginAct(tx, ctx, {
      ...{ id: input.act, kind: "split", subject: "tag", fromId: from.id, toIds, retires, criteria },
    });
    if (act.articles === 0 && !retires) throw new AppError("invalid", "没有符合这些条件的文章");
    const into = parts.map(({ name }) => name).join("、");
    // A part that was made for this answered 404 until now.
    return finish(
      tx,
      ctx,
      "tag.split",
      from,
      into,
      act,
      held.map(({ slug }) => tagPathTag(slug)),
    );
  });
}
