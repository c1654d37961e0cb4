import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import type { Db, Tx } from "@/lib/db/client";
import { articles, taxonomyActs, taxonomyMoves } from "@/lib/db/schema";
import { log } from "@/lib/log";
import { isUnderWay, type TaxonomyAct } from "@/lib/taxonomy/acts";
import { chosenArticles } from "@/lib/taxonomy/chosen";
import { moveByOutlet, moveByTag, staleOf } from "@/lib/taxonomy/move";

/** Articles of one transaction: long enough to be quick, short enough that no writer waits for it. */
const BATCH = 500;
/** When somebody writes every article that is left. */
const PAUSE_MS = 200;
/** Called after each batch with the tags of pages that no longer hold, so that this process need not wait to hear. */
type OnWritten = (tags: string[]) => void;

/**
 * Takes an act's articles where they go, or back when it was undone, five hundred in a transaction that also says that
 * they are done: whoever is killed leaves whole batches, and any process goes on. Newest first, so that the first pages
 * of a list are right within a second.
 */
export async function runAct(db: Db, id: string, onWritten: OnWritten = () => {}) {
  for (;;) {
    const step = await db.transaction((tx) => takeStep(tx, id));
    if (step.tags.length > 0) onWritten(step.tags);
    if (step.isDone) return;
    if (step.isBusy) await sleep(PAUSE_MS);
  }
}

type Step = { isDone: boolean; isBusy?: boolean; tags: string[] };

async function takeStep(tx: Tx, id: string): Promise<Step> {
  // One process at a time; who undoes the act waits for the batch and takes it back as well.
  const [act] = await tx
    .select()
    .from(taxonomyActs)
    .where(and(eq(taxonomyActs.id, id), isUnderWay))
    .for("update");
  if (!act) return { isDone: true, tags: [] };
  if (!act.plannedAt) return plan(tx, act);
  const isBack = act.undoneAt !== null;
  const waiting = await tx
    .select({ articleId: taxonomyMoves.articleId })
    .from(taxonomyMoves)
    .where(and(eq(taxonomyMoves.actId, id), eq(taxonomyMoves.state, isBack ? "moved" : "waiting")))
    .orderBy(asc(taxonomyMoves.position))
    .limit(BATCH);
  if (waiting.length === 0) return finish(tx, act);
  // What somebody is writing at this moment is taken in a later round.
  const held = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(
      inArray(
        articles.id,
        waiting.map(({ articleId }) => articleId),
      ),
    )
    .orderBy(articles.id)
    .for("no key update", { skipLocked: true });
  if (held.length === 0) return waitFor(tx, act);
  const ids = held.map((row) => row.id);
  await (act.subject === "category" ? moveByOutlet : moveByTag)(tx, act, ids, isBack);
  const tags = staleOf(act);
  await announce(tx, `taxonomy.${act.kind}`, tags);
  return { isDone: false, tags };
}

/** Every article that is left is being written at this moment; what is not there any more needs no waiting. */
async function waitFor(tx: Tx, { id }: TaxonomyAct): Promise<Step> {
  await tx.execute(sql`update taxonomy_moves m set state = 'left' where act_id = ${id}::uuid
    and state in ('waiting', 'moved') and not exists (select 1 from articles a where a.id = m.article_id)`);
  return { isDone: false, isBusy: true, tags: [] };
}

/** Lists the articles: from here on it is settled which ones the act takes. */
async function plan(tx: Tx, act: TaxonomyAct): Promise<Step> {
  const rows = await tx.execute<{ n: number }>(sql`
    with listed as (
      insert into taxonomy_moves (act_id, position, article_id)
      select ${act.id}::uuid, row_number() over (order by a.publish_at desc nulls first, a.id desc), a.id
      ${chosenArticles(act)} returning 1
    ) select count(*)::int n from listed`);
  await tx.update(taxonomyActs).set({ plannedAt: sql`now()`, articles: rows[0]!.n }).where(eq(taxonomyActs.id, act.id));
  return { isDone: false, tags: [] };
}

async function finish(tx: Tx, act: TaxonomyAct): Promise<Step> {
  const set = act.undoneAt ? { undoFinishedAt: sql`now()` } : { finishedAt: sql`now()` };
  await tx.update(taxonomyActs).set(set).where(eq(taxonomyActs.id, act.id));
  return { isDone: true, tags: [] };
}

/** Goes on with every act that some process left unfinished. */
export async function resumeActs(db: Db) {
  const open = await db
    .select({ id: taxonomyActs.id })
    .from(taxonomyActs)
    .where(isUnderWay)
    .orderBy(taxonomyActs.createdAt);
  for (const { id } of open) {
    await runAct(db, id).catch((error: unknown) => log.error({ err: error, id }, "a merge or split could not go on"));
  }
}
