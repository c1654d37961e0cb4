import "server-only";
import { inArray, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, frontArrangement, frontPlacements } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { type Arranged, type Arrangement, isSameArrangement, placesOf, type Slot } from "@/lib/front/arrangement";
import { mayArrange } from "@/lib/front/policy";
import { findArrangement } from "@/lib/front/queries";
import { type ArrangeInput, OVER_FAULT } from "@/lib/front/validation";

/** Both sides of what was done: taking it back is arranging `before`. */
type Done = { before: Arranged; after: Arranged; tags: string[] };

/**
 * Says which story leads the home page, and which are pinned beside it. What is arranged already is answered as such:
 * the same wish may be sent again.
 * @throws {AppError} with a fault a place, named by its number
 */
export async function arrangeFront(ctx: Ctx, input: ArrangeInput): Promise<Done> {
  if (!mayArrange(ctx.actor)) throw new AppError("forbidden", "首页由编辑编排");
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('front_arrangement'))`);
    const before = await findArrangement(tx);
    if (isSameArrangement(before, input)) return { before, after: before, tags: [] };
    if (before.version !== input.version)
      throw new AppError("conflict", `${before.by ?? "别人"}刚发布了新的编排，你的还没有发布`);
    await requirePlaceable(tx, ctx, before, input);

    const kept = await tx.select().from(frontPlacements);
    await tx.delete(frontPlacements);
    const rows = placesOf(input).flatMap((slot, position) => {
      if (!slot) return [];
      const endsAt = slot.endsAt ? new Date(slot.endsAt) : null;
      const old = kept.find(({ articleId }) => articleId === slot.articleId);
      const isOld = old && old.endsAt?.getTime() === endsAt?.getTime();
      const who = isOld ? old : { placedBy: actorName(ctx.actor), placedAt: ctx.now };
      return [{ position, articleId: slot.articleId, endsAt, placedBy: who.placedBy, placedAt: who.placedAt }];
    });
    if (rows.length > 0) await tx.insert(frontPlacements).values(rows);
    const state = { version: before.version + 1, actorName: actorName(ctx.actor), updatedAt: ctx.now };
    await tx.insert(frontArrangement).values(state).onConflictDoUpdate({ target: frontArrangement.id, set: state });

    const after = await findArrangement(tx);
    await recordAudit(tx, ctx, {
      action: "front.arranged",
      subjectType: "front",
      subjectId: "home",
      change: { version: state.version, from: recorded(before), to: recorded(after) },
    });
    const tags = [tag.home];
    await announce(tx, "front.arranged", tags);
    return { before, after, tags };
  });
}

/** Only stories that readers can see take a place, and none that is over; one that lost its readers may keep its own. */
async function requirePlaceable(tx: Tx, ctx: Ctx, before: Arrangement, input: ArrangeInput) {
  const ids = placesOf(input).flatMap((slot) => slot?.articleId ?? []);
  const { id, title, kind, status, publishAt } = articles;
  const rows =
    ids.length > 0
      ? await tx.select({ id, title, kind, status, publishAt }).from(articles).where(inArray(id, ids)).for("share")
      : [];
  const held = new Set(placesOf(before).map((slot) => slot?.articleId));
  const faults: Record<string, string> = {};
  for (const [at, slot] of placesOf(input).entries()) {
    if (!slot) continue;
    const story = rows.find((row) => row.id === slot.articleId);
    const isPublic = story?.status === "published" && story.publishAt !== null && story.publishAt <= ctx.now;
    if (!story) faults[at] = "没有这篇文章了";
    else if (story.kind !== "story") faults[at] = "快讯不能放在这里，可以放上突发条";
    else if (!isPublic && !held.has(slot.articleId)) faults[at] = `《${story.title}》现在没有公开，读者看不到`;
    else if (slot.endsAt && new Date(slot.endsAt) <= ctx.now) faults[at] = OVER_FAULT;
  }
  if (Object.keys(faults).length > 0) throw new AppError("invalid", "没有发布，请看标出的位置", faults);
}

/** As the audit log keeps it: enough to be arranged again, and no title, which a takedown could not take out again. */
const recorded = (arrangement: Arrangement<Slot>) =>
  placesOf(arrangement).flatMap((slot, position) =>
    slot ? [{ position, articleId: slot.articleId, endsAt: slot.endsAt }] : [],
  );
