import "server-only";
import { and, count, eq, ne } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { deskViews } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { mayChange, mayShare } from "@/lib/views/policy";
import type { ChangeViewInput, SaveViewInput } from "@/lib/views/validation";

/** More tabs than these nobody finds anything in. */
const MOST_VIEWS = 30;

const note = (tx: Tx, ctx: Ctx, action: string, subjectId: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "view", subjectId, change });

async function requireFreeName(tx: Tx, ownerId: string, name: string, but?: string) {
  const same = and(eq(deskViews.ownerId, ownerId), eq(deskViews.name, name), but ? ne(deskViews.id, but) : undefined);
  const [taken] = await tx.select({ id: deskViews.id }).from(deskViews).where(same);
  if (taken) throw new AppError("invalid", "请检查标出的地方", { name: "已有同名的视图，请换个名字" });
}

/** Keeps a list under a name, as a tab of one's own or of everyone. */
export async function saveView(ctx: Ctx, { name, query, isShared }: SaveViewInput): Promise<{ id: string }> {
  if (ctx.actor.kind !== "user") throw new AppError("forbidden", "视图属于人");
  if (isShared && !mayShare(ctx.actor)) throw new AppError("forbidden", "共享视图由编辑来建");
  const ownerId = ctx.actor.id;
  return ctx.db.transaction(async (tx) => {
    await requireFreeName(tx, ownerId, name);
    const [held] = await tx.select({ n: count() }).from(deskViews).where(eq(deskViews.ownerId, ownerId));
    if (held!.n >= MOST_VIEWS) throw new AppError("invalid", `最多存 ${MOST_VIEWS} 个视图，请先删掉不用的`);
    const [view] = await tx
      .insert(deskViews)
      .values({ ownerId, name, query, isShared, createdAt: ctx.now, updatedAt: ctx.now })
      .returning({ id: deskViews.id });
    await note(tx, ctx, "view.created", view!.id, { name, query, isShared });
    return view!;
  });
}

async function openView(tx: Tx, ctx: Ctx, id: string) {
  const [view] = await tx.select().from(deskViews).where(eq(deskViews.id, id)).for("update");
  if (!view) throw new AppError("not_found", "这个视图已经不在了");
  if (!mayChange(ctx.actor, view)) throw new AppError("forbidden", "没有权限改这个视图");
  return view;
}

/** Renames a view, shares it or takes it back. */
export async function changeView(ctx: Ctx, { id, name, isShared }: ChangeViewInput): Promise<{ id: string }> {
  return ctx.db.transaction(async (tx) => {
    const old = await openView(tx, ctx, id);
    if (isShared !== old.isShared && !mayShare(ctx.actor)) throw new AppError("forbidden", "共享视图由编辑来建");
    await requireFreeName(tx, old.ownerId, name, id);
    await tx.update(deskViews).set({ name, isShared, updatedAt: ctx.now }).where(eq(deskViews.id, id));
    await note(tx, ctx, "view.changed", id, { from: { name: old.name, isShared: old.isShared }, name, isShared });
    return { id };
  });
}

/** Deletes a view; what it said comes back, so that it can be saved again. */
export async function deleteView(ctx: Ctx, id: string) {
  return ctx.db.transaction(async (tx) => {
    const { name, query, isShared } = await openView(tx, ctx, id);
    await tx.delete(deskViews).where(eq(deskViews.id, id));
    await note(tx, ctx, "view.deleted", id, { name, query, isShared });
    return { name, query, isShared };
  });
}
