import "server-only";
import { and, asc, eq, isNull, notExists } from "drizzle-orm";
import { resolvePerson } from "@/lib/bulk/person";
import type { Db, Tx } from "@/lib/db/client";
import { bulkActs, bulkItems } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { type ActInput, applyAct, type Before, readBefore, revertAct } from "./apply";

type BulkAct = typeof bulkActs.$inferSelect;
type Item = typeof bulkItems.$inferSelect;
/** Called after each article with the tags of pages that no longer hold, so that this process need not wait to hear. */
type OnWritten = (tags: string[]) => void;

/**
 * Does what waits of an act, each article in a transaction of its own that also says that it is done: whoever is killed
 * leaves whole articles, and any number of processes may go on, side by side too.
 */
export async function runBulk(db: Db, id: string, onWritten: OnWritten = () => {}) {
  const [act] = await db.select().from(bulkActs).where(eq(bulkActs.id, id));
  if (!act || act.finishedAt) return;
  const undone = act.undoes ? (await db.select().from(bulkActs).where(eq(bulkActs.id, act.undoes)))[0] : undefined;
  for (;;) {
    const tags = await db.transaction(async (tx) => {
      const waiting = and(eq(bulkItems.bulkId, id), eq(bulkItems.state, "waiting"));
      const [item] = await tx
        .select()
        .from(bulkItems)
        .where(waiting)
        .orderBy(asc(bulkItems.position))
        .limit(1)
        .for("update", { skipLocked: true });
      return item ? doItem(tx, act, undone, item) : null;
    });
    if (!tags) break;
    onWritten(tags);
  }
  await finishBulk(db, id);
}

async function doItem(tx: Tx, act: BulkAct, undone: BulkAct | undefined, item: Item): Promise<string[]> {
  const set = (on: Tx, values: Partial<Item>) =>
    on
      .update(bulkItems)
      .set(values)
      .where(and(eq(bulkItems.bulkId, act.id), eq(bulkItems.position, item.position)));
  try {
    // A savepoint: what a command refuses leaves nothing but the reason.
    return await tx.transaction(async (inner) => {
      const actor = await resolvePerson(inner, act.userId);
      const ctx = { db: inner as unknown as Db, actor, now: new Date(), bulk: act.id };
      const input = act.input as ActInput;
      const seen = { id: item.articleId, version: item.version };
      const before = undone ? (item.before as Before) : await readBefore(ctx, item.articleId, input);
      if (!before) throw new AppError("not_found", "文章不存在");
      const written = undone
        ? await revertAct(ctx, undone.act, before, seen)
        : await applyAct(ctx, act.act, input, seen);
      await set(inner, { state: "done", madeVersion: written.article.version, before });
      return written.tags;
    });
  } catch (error) {
    // When it is the database that is gone, this fails as well, and the article waits for the next who comes.
    await set(tx, { state: "failed", fault: error instanceof AppError ? error.message : "出了点问题" });
    if (!(error instanceof AppError)) log.error({ err: error, article: item.articleId }, "a bulk act met a fault");
    return [];
  }
}

async function finishBulk(db: Db, id: string) {
  const waiting = db
    .select({ one: bulkItems.position })
    .from(bulkItems)
    .where(and(eq(bulkItems.bulkId, id), eq(bulkItems.state, "waiting")));
  await db
    .update(bulkActs)
    .set({ finishedAt: new Date() })
    .where(and(eq(bulkActs.id, id), isNull(bulkActs.finishedAt), notExists(waiting)));
}

/** Goes on with every act that some process left unfinished. */
export async function resumeBulk(db: Db) {
  const open = await db.select({ id: bulkActs.id }).from(bulkActs).where(isNull(bulkActs.finishedAt));
  for (const { id } of open) {
    await runBulk(db, id).catch((error: unknown) => log.error({ err: error, id }, "a bulk act could not go on"));
  }
}
