import "server-only";
import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { articleSearch, articles, searchDictionaries } from "@/lib/db/schema";
import { reindexArticles } from "./commands";
import { dictionaryVersion, isOldCutting, listNames, makeDictionary, newestDictionary } from "./dictionaries";

/** Articles of one transaction: their rows are held for a fraction of a second. */
const BATCH = 200;
/** One reindex at a time; another one would do the same work. */
const LOCK = 7_316_012;

type Options = {
  /** Cuts every article again, also when nothing changed. */
  isForced?: boolean;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
};
/** `busy`: another process is at it. */
export type ReindexResult = { state: "done" | "stopped" | "busy"; articles: number };

/** Whether the index has to be made: it was never complete, or texts are cut in another way since. */
export async function needsReindex(db: Db): Promise<boolean> {
  const newest = await newestDictionary(db);
  if (newest) return newest.completedAt === null || isOldCutting(newest.dictionary.version);
  const [any] = await db.select({ id: articles.id }).from(articles).where(eq(articles.status, "published")).limit(1);
  return any !== undefined;
}

/**
 * Cuts all public articles with the names of now. It runs beside readers and writers and may be broken off at any
 * moment: what was done is told by the rows themselves, so the next call goes on. Takes two connections.
 */
export async function reindex(db: Db, { isForced = false, onProgress, signal }: Options = {}): Promise<ReindexResult> {
  return db.transaction(async (lock) => {
    const [mine] = await lock.execute<{ isMine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}) "isMine"`);
    if (!mine?.isMine) return { state: "busy" as const, articles: 0 };
    return run(db, isForced, onProgress, signal);
  });
}

async function run(db: Db, isForced: boolean, onProgress?: Options["onProgress"], signal?: AbortSignal) {
  const dictionaryId = await begin(db, isForced);
  const behind = or(isNull(articleSearch.dictionaryId), lt(articleSearch.dictionaryId, dictionaryId));
  const open = and(eq(articles.status, "published"), behind);
  const [count] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(articles)
    .leftJoin(articleSearch, eq(articleSearch.articleId, articles.id))
    .where(open);
  const total = count!.total;
  let done = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  onProgress?.(0, total);
  for (;;) {
    if (signal?.aborted) return { state: "stopped" as const, articles: done };
    const ids = await db
      .select({ id: articles.id })
      .from(articles)
      .leftJoin(articleSearch, eq(articleSearch.articleId, articles.id))
      .where(and(open, gt(articles.id, last)))
      .orderBy(asc(articles.id))
      .limit(BATCH);
    if (ids.length === 0) break;
    await db.transaction(async (tx) => {
      const list = ids.map(({ id }) => id);
      // Who writes one of them meanwhile is waited for, and read again.
      await tx.execute(sql`select 1 from articles where id in (${idList(list)}) order by id for share`);
      await reindexArticles(tx, list);
    });
    last = ids.at(-1)!.id;
    done += ids.length;
    onProgress?.(done, Math.max(total, done));
  }
  await db.update(searchDictionaries).set({ completedAt: new Date() }).where(eq(searchDictionaries.id, dictionaryId));
  return { state: "done" as const, articles: done };
}

/** The dictionary to cut with: one that was begun and still holds, or a new one. */
async function begin(db: Db, isForced: boolean): Promise<number> {
  return db.transaction(async (tx) => {
    const names = await listNames(tx);
    const newest = await newestDictionary(tx);
    const isSame = newest?.dictionary.version === dictionaryVersion(names);
    if (newest && isSame && (newest.completedAt === null || !isForced)) return newest.id;
    return (await makeDictionary(tx, names)).id;
  });
}
