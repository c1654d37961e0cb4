import "server-only";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import type { StartInput, UndoInput } from "@/lib/bulk/validation";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { bulkActs, bulkItems } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

type Item = Pick<typeof bulkItems.$inferInsert, "articleId" | "version" | "before">;

function personOf({ actor }: Ctx): string {
  if (actor.kind !== "user") throw new AppError("forbidden", "批量操作由人来做");
  return actor.id;
}

/** Writes down what is to be done; `runBulk` does it. An act that is written down already is left as it is. */
async function writeDown(tx: Tx, ctx: Ctx, act: typeof bulkActs.$inferInsert, items: Item[]) {
  const rows = await tx.insert(bulkActs).values(act).onConflictDoNothing({ target: bulkActs.id }).returning();
  if (rows.length === 0) return;
  await tx.insert(bulkItems).values(items.map((item, position) => ({ ...item, position, bulkId: act.id })));
  const change = { act: act.act, articles: items.length, ...act.input, ...(act.undoes && { undoes: act.undoes }) };
  await recordAudit(tx, ctx, { action: "bulk.started", subjectType: "bulk", subjectId: act.id, change });
}

/** Begins an act upon many. Whether it may be done to an article is decided at that article, by its own command. */
export async function startBulk(ctx: Ctx, { id, act, items, ...input }: StartInput): Promise<{ id: string }> {
  const userId = personOf(ctx);
  const once = new Map(items.map((item) => [item.id, { articleId: item.id, version: item.version }]));
  await ctx.db.transaction((tx) =>
    writeDown(tx, ctx, { id, userId, act, input, createdAt: ctx.now }, [...once.values()]),
  );
  return { id };
}

/** Begins to take back exactly what an act did, last article first. Articles that changed since are left alone. */
export async function undoBulk(ctx: Ctx, { id, undoes }: UndoInput): Promise<{ id: string }> {
  const userId = personOf(ctx);
  await ctx.db.transaction(async (tx) => {
    const [old] = await tx.select().from(bulkActs).where(eq(bulkActs.id, undoes)).for("update");
    if (!old || old.userId !== userId) throw new AppError("not_found", "没有这次批量操作");
    if (old.act === "undo") throw new AppError("invalid", "撤销不能再撤销");
    if (!old.finishedAt) throw new AppError("invalid", "还没有做完，做完才能撤销");
    const [again] = await tx.select({ id: bulkActs.id }).from(bulkActs).where(eq(bulkActs.undoes, undoes));
    if (again && again.id !== id) throw new AppError("invalid", "已经撤销过了");
    const done = await tx
      .select()
      .from(bulkItems)
      .where(and(eq(bulkItems.bulkId, undoes), eq(bulkItems.state, "done")))
      .orderBy(bulkItems.position);
    if (done.length === 0) throw new AppError("invalid", "没有可以撤销的");
    const items = done.reverse().map(({ articleId, madeVersion, before }) => ({
      ...{ articleId, before },
      version: madeVersion!, // every item that is done has one
    }));
    await writeDown(tx, ctx, { id, userId, act: "undo", input: {}, undoes, createdAt: ctx.now }, items);
  });
  return { id };
}

/** Leaves alone what is still waiting. */
export async function stopBulk(ctx: Ctx, id: string) {
  const userId = personOf(ctx);
  await ctx.db.transaction(async (tx) => {
    const [act] = await tx.select().from(bulkActs).where(eq(bulkActs.id, id));
    if (!act || act.userId !== userId) throw new AppError("not_found", "没有这次批量操作");
    const waiting = and(eq(bulkItems.bulkId, id), eq(bulkItems.state, "waiting"));
    const stopped = await tx.update(bulkItems).set({ state: "failed", fault: "已停止" }).where(waiting).returning();
    const change = { left: stopped.length };
    await recordAudit(tx, ctx, { action: "bulk.stopped", subjectType: "bulk", subjectId: id, change });
  });
}
