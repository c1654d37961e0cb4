import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { mayKeepAll, mayKeepOutlet } from "@/lib/categories/policy";
import { actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { categories, redirects, tagParts, tags, taxonomyActs, taxonomyMoves, userCategories } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { requireAtRest, type TaxonomyAct } from "@/lib/taxonomy/acts";
import { lockTaxonomy } from "@/lib/taxonomy/lock";
import { staleOf } from "@/lib/taxonomy/move";

/**
 * Takes a merge or split back, however long ago: what was merged away stands again with its name, address and aliases,
 * and the articles that the act moved, and that still stand where it put them, go back in the background (`runAct`).
 */
export async function undoAct(ctx: Ctx, { id }: { id: string }): Promise<{ id: string; tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const [act] = await tx.select().from(taxonomyActs).where(eq(taxonomyActs.id, id)).for("update");
    if (!act) throw new AppError("not_found", "没有这次合并或拆分");
    requireRight(ctx, act);
    if (act.undoneAt) return { id, tags: [] };
    if (act.finishedAt) await requireAtRest(tx, [act.fromId, ...act.toIds]);
    const rows = await standing(tx, act);
    const stands = rows.get(act.fromId);
    for (const toId of act.toIds) {
      const to = rows.get(toId);
      if (to?.mergedIntoId)
        throw new AppError("conflict", `「${to.name}」后来又并入了别处；请先撤销那一次，再撤销这一次`);
    }
    if (!act.retires && stands?.mergedIntoId)
      throw new AppError("conflict", `「${stands.name}」后来并入了别处；请先撤销那一次，再撤销这一次`);
    if (act.retires && stands) await bringBack(tx, ctx, act, stands);
    await tx
      .update(taxonomyMoves)
      .set({ state: "left" })
      .where(and(eq(taxonomyMoves.actId, id), eq(taxonomyMoves.state, "waiting")));
    await tx
      .update(taxonomyActs)
      // One that was not even planned has nothing to bring back.
      .set({ undoneAt: ctx.now, undoneBy: actorName(ctx.actor), plannedAt: act.plannedAt ?? ctx.now })
      .where(eq(taxonomyActs.id, id));
    const into = act.toIds.map((toId) => rows.get(toId)?.name ?? "").join("、");
    const action = act.kind === "merge" ? "unmerged" : "split-undone";
    const change = { name: stands?.name ?? "", into, act: id };
    await recordAudit(tx, ctx, {
      ...{ action: `${act.subject}.${action}`, subjectType: act.subject, subjectId: act.fromId, change },
    });
    const stale = [...staleOf(act), ...(stands ? placesOf(act, stands.slug) : [])];
    await announce(tx, `${act.subject}.${action}`, stale);
    return { id, tags: stale };
  });
}

function requireRight(ctx: Ctx, act: TaxonomyAct) {
  const may = act.subject === "tag" ? mayKeepAll(ctx.actor) : mayKeepOutlet(ctx.actor, act.fromId, ...act.toIds);
  if (!may) throw new AppError("forbidden", "没有权限撤销这次合并或拆分");
}

type Standing = { id: string; name: string; slug: string; mergedIntoId: string | null };

async function standing(tx: Tx, { subject, fromId, toIds }: TaxonomyAct): Promise<Map<string, Standing>> {
  const table = subject === "category" ? categories : tags;
  const { id, name, slug, mergedIntoId } = table;
  const rows = await tx
    .select({ id, name, slug, mergedIntoId })
    .from(table)
    .where(inArray(id, [fromId, ...toIds]))
    .orderBy(id)
    .for("no key update");
  return new Map(rows.map((row) => [row.id, row]));
}

async function bringBack(tx: Tx, ctx: Ctx, act: TaxonomyAct, { id, slug }: Standing) {
  if (act.subject === "tag") {
    await tx.update(tags).set({ mergedIntoId: null }).where(eq(tags.id, id));
    await tx.delete(tagParts).where(eq(tagParts.tagId, id));
    return;
  }
  await tx.update(categories).set({ mergedIntoId: null, updatedAt: ctx.now }).where(eq(categories.id, id));
  // Its page stands at its address again.
  await tx.delete(redirects).where(and(eq(redirects.fromPath, `/category/${slug}`), eq(redirects.categoryId, id)));
  if (act.granted.length === 0) return;
  // Only who still has the one that comes back: a person without any list works everywhere.
  const own = sql`exists (select 1 from user_categories own
    where own.user_id = ${userCategories.userId} and own.category_id = ${id}::uuid)`;
  await tx
    .delete(userCategories)
    .where(and(inArray(userCategories.userId, act.granted), eq(userCategories.categoryId, act.toIds[0]!), own));
}

const placesOf = ({ subject, fromId, toIds }: TaxonomyAct, slug: string) =>
  subject === "category"
    ? [`/category/${slug}`, `/category/${slug}.html`, `/${slug}`].map(tag.path)
    : [tag.path(`/tag/${slug}`), ...[fromId, ...toIds].map(tag.topicPlace)];
