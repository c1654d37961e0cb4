import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { and, asc, eq, gt, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { articles, relinks } from "@/lib/db/schema";
import { log } from "@/lib/log";
import { afterMentionsChanged } from "./after-mentions-changed";
import { type Linked, writeAutoMentions } from "./write-mentions";

/** Articles of one transaction: short enough that no writer, and no reader of this process, waits for it. */
const BATCH = 100;
/** With words most articles are only asked whether they hold one. */
const BATCH_WITH_WORDS = 500;
/** A look that went on a moment ago is in somebody's hands. */
const IDLE_SECONDS = 10;

export type Relink = typeof relinks.$inferSelect;
type Options = {
  /** Called after each step with the tags of pages that no longer hold, so that this process need not wait to hear. */
  onWritten?: (tags: string[]) => void;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

/** Writes down that stored articles are to be looked at again; `runRelink` does it. */
export async function planRelink(tx: Tx, ctx: Ctx, about: { symbol: string | null; words: string[] }): Promise<string> {
  const [row] = await tx
    .insert(relinks)
    .values({ ...about, actor: actorKey(ctx.actor), actorName: actorName(ctx.actor), createdAt: ctx.now })
    .returning({ id: relinks.id });
  return row!.id;
}

/** Goes through the articles until all were looked at. Killed anywhere, it goes on there. */
export async function runRelink(db: Db, id: string, { onWritten, onProgress, signal }: Options = {}) {
  while (!signal?.aborted) {
    const step = await db.transaction((tx) => takeStep(tx, id));
    if (step.tags.length > 0) onWritten?.(step.tags);
    onProgress?.(step.done, step.total);
    if (step.isOver) return;
    await breathe();
  }
}

type Step = { isOver: boolean; done: number; total: number; tags: string[] };

async function takeStep(tx: Tx, id: string): Promise<Step> {
  const [row] = await tx
    .select()
    .from(relinks)
    .where(and(eq(relinks.id, id), isNull(relinks.finishedAt)))
    .for("update");
  if (!row) return { isOver: true, done: 0, total: 0, tags: [] };
  const total = row.articles ?? (await tx.$count(articles));
  const walked = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(row.position ? gt(articles.id, row.position) : undefined)
    .orderBy(asc(articles.id))
    .limit(row.words.length > 0 ? BATCH_WITH_WORDS : BATCH);
  const { tags, changed } = await look(
    tx,
    walked.map((article) => article.id),
    row.words,
  );
  const isOver = walked.length === 0;
  const done = row.done + walked.length;
  await tx
    .update(relinks)
    .set({
      ...{ articles: isOver ? done : Math.max(total, done), done, changed: row.changed + changed },
      position: walked.at(-1)?.id ?? row.position,
      startedAt: row.startedAt ?? sql`clock_timestamp()`,
      steppedAt: sql`clock_timestamp()`,
      ...(isOver && { finishedAt: sql`clock_timestamp()` }),
    })
    .where(eq(relinks.id, id));
  return { isOver, done, total: Math.max(total, done), tags };
}

async function look(tx: Tx, ids: string[], words: string[]): Promise<{ tags: string[]; changed: number }> {
  if (ids.length === 0) return { tags: [], changed: 0 };
  const { id, title, summary, bodyHtml, status, publishAt } = articles;
  const found = await tx
    .select({ id, title, summary, bodyHtml, status, publishAt })
    .from(articles)
    .where(and(inArray(id, ids), isNull(articles.takenDownAt), holds(words)))
    .orderBy(asc(id))
    .for("no key update");
  const linked: Linked[] = [];
  // Looking at a hundred takes this process some ten milliseconds; between them it answers others.
  for (let from = 0; from < found.length; from += BATCH) {
    const part = found.slice(from, from + BATCH);
    const rows = part.map((row) => ({ ...row, listedAt: row.status === "published" ? row.publishAt : null }));
    linked.push(...(await writeAutoMentions(tx, rows)));
  }
  const changed = linked.filter((row) => row.changed.length > 0);
  const tags = await afterMentionsChanged(
    tx,
    changed.map(({ articleId }) => articleId),
    changed.flatMap((row) => row.changed),
  );
  return { tags, changed: changed.length };
}

function holds(words: string[]): SQL | undefined {
  if (words.length === 0) return undefined;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const texts = [articles.title, articles.summary, articles.bodyHtml];
  return or(...patterns.flatMap((pattern) => texts.map((text) => like(text, pattern))));
}

/** The whole archive's look that was begun and not ended, or a new one. */
export async function beginFullRelink(ctx: Ctx): Promise<{ id: string; isResumed: boolean }> {
  return ctx.db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: relinks.id })
      .from(relinks)
      .where(and(isNull(relinks.finishedAt), isNull(relinks.symbol)))
      .orderBy(asc(relinks.createdAt))
      .limit(1);
    return open
      ? { id: open.id, isResumed: true }
      : { id: await planRelink(tx, ctx, { symbol: null, words: [] }), isResumed: false };
  });
}

/** Goes on with every look that some process left unfinished. */
export async function resumeRelinks(db: Db) {
  const idle = sql`coalesce(${relinks.steppedAt}, ${relinks.createdAt}) < now() - make_interval(secs => ${IDLE_SECONDS})`;
  const open = await db
    .select({ id: relinks.id })
    .from(relinks)
    .where(and(isNull(relinks.finishedAt), idle))
    .orderBy(asc(relinks.createdAt));
  for (const { id } of open)
    await runRelink(db, id).catch((error: unknown) => log.error({ err: error, id }, "a relink could not go on"));
}
