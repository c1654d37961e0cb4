import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Cluster, clusterOf } from "@/lib/clusters/list-conditions";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { ofKind, quote } from "./lexemes";
import { loosened } from "./tsquery";
import { windowsFrom } from "./windows";

/** What is looked for, as Postgres' tsquery, and when it was published: from (included) to (not included). */
export type Search = { tsquery: string; from: Date | null; to: Date | null };
export type Hit = { id: string; publishedAt: Date };

export const PAGE_SIZE = 20;
/**
 * Whether words stand side by side is read from each row that has them all. A phrase of common words that never stand
 * so would read them all; that is given up after so long, and the page says so.
 */
const LONGEST_MS = 400;
/** Of so many of the newest rows with all words the share is taken that has them side by side. */
const SAMPLE = 500;
/** The most that are weighed against each other for "best first". */
const MOST_WEIGHED = 400;
/** Up to here hits are counted; beyond it Postgres' own estimate is given, rounded. */
const COUNTED_EXACTLY = 5_000;
const ESTIMATED_FROM = 20_000;

type Rest<F> = F extends (db: never, ...rest: infer R) => unknown ? R : never;
type Row = { id: string; at: string };
const hit = ({ id, at }: Row): Hit => ({ id, publishedAt: new Date(at) });
const anyOf = (words: string[]) => words.map(quote).join(" | ");

const within = ({ from, to }: Search): SQL => sql`published_at <= now()
  ${from ? sql`and published_at >= ${from.toISOString()}::timestamptz` : sql``}
  ${to ? sql`and published_at < ${to.toISOString()}::timestamptz` : sql``}`;

/**
 * What stands in one window, newest first. The hits are found before they are put in order: asked for both at once,
 * Postgres walks the dates of a rare word and unpacks every row.
 */
async function readWindow(
  db: Pick<Db, "execute">,
  search: Search,
  window: string[] | null,
  after: Position | null,
  limit: number,
) {
  const tsquery = window ? `(${search.tsquery}) & (${anyOf(window)})` : search.tsquery;
  const behind = after
    ? sql`and (published_at, article_id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const rows = await db.execute<Row>(sql`
    with hit as materialized (select article_id, published_at from article_search where tsv @@ ${tsquery}::tsquery)
    select article_id id, published_at at from hit where ${within(search)} ${behind}
    order by published_at desc, article_id desc limit ${limit}`);
  return rows.map(hit);
}

/** When the newest public article appeared; null while there is none. */
async function findNewestTime(db: Db): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(
    sql`select max(published_at) at from article_search where published_at <= now()`,
  );
  return row?.at ? new Date(row.at) : null;
}

/** @property isPartial older ones were not looked through to the end */
type Page = { hits: Hit[]; hasMore: boolean; isPartial: boolean };

const codeOf = (error: unknown) => {
  const { cause, code } = error as { cause?: { code?: string }; code?: string };
  return cause?.code ?? code;
};

/** The same within a time; null when that was not enough. */
const readInTime = (db: Db, ...[search, window, after, limit]: Rest<typeof readWindow>) =>
  db
    .transaction(async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(LONGEST_MS)}, true)`);
      return readWindow(tx, search, window, after, limit);
    })
    .catch((error: unknown) => {
      if (codeOf(error) === "57014") return null;
      throw error;
    });

/**
 * Hits newest first, by position.
 * @param limit as many are looked for
 * @param most as many are given when the span of time that has those holds more
 */
export async function listNewest(
  db: Db,
  search: Search,
  after: Position | null,
  limit = PAGE_SIZE,
  most = limit,
): Promise<Page> {
  const newest = await findNewestTime(db);
  if (!newest) return { hits: [], hasMore: false, isPartial: false };
  const start = Math.min(...[newest, after?.at, search.to].flatMap((at) => (at ? [at.getTime()] : [])));
  const isPhrase = loosened(search.tsquery) !== search.tsquery;
  let hits: Hit[] = [];
  for (const window of windowsFrom(new Date(start))) {
    const read = isPhrase ? readInTime : readWindow;
    const found = await read(db, search, window, after, most + 1);
    if (!found) return { hits: hits.slice(0, most), hasMore: false, isPartial: true };
    hits = found;
    if (window && hits.length > limit) return { hits: hits.slice(0, most), hasMore: true, isPartial: false };
  }
  return { hits: hits.slice(0, most), hasMore: hits.length > most, isPartial: false };
}

/**
 * Hits best first: of the newest that have the words in their title and the newest that have them anywhere, by how
 * often and how near to each other they stand (ts_rank_cd, cover density, Clarke et al. 2000), titles above all, and
 * older ones behind: half as much after a year.
 * @param titleQuery the same words in titles; "" when that cannot be asked
 * @param offset how many were shown before
 */
export async function listBest(
  db: Db,
  search: Search,
  titleQuery: string,
  offset: number,
  limit = PAGE_SIZE,
): Promise<Page> {
  const anywhere = await listNewest(db, search, null, MOST_WEIGHED);
  const inTitles = titleQuery
    ? await listNewest(db, { ...search, tsquery: `(${titleQuery}) & (${search.tsquery})` }, null, MOST_WEIGHED)
    : null;
  const ids = [...new Set([...anywhere.hits, ...(inTitles?.hits ?? [])].map(({ id }) => id))];
  if (ids.length === 0) return { hits: [], hasMore: false, isPartial: anywhere.isPartial };
  const titled = new Set(inTitles?.hits.map(({ id }) => id));
  const list = (values: string[]) => sql`array[${idList(values)}]::uuid[]`;
  const rows = await db.execute<Row>(sql`
    select article_id id, published_at at from article_search where article_id = any(${list(ids)})
    order by (ts_rank_cd('{0.1, 0.2, 0.5, 1.0}', tsv, ${search.tsquery}::tsquery, 1)
        + case when article_id = any(${list([...titled])}) then 1 else 0 end)
      * power(0.5, extract(epoch from now() - published_at) / 31557600) desc, published_at desc, article_id desc
    offset ${offset} limit ${limit + 1}`);
  const hits = rows.map(hit);
  return { hits: hits.slice(0, limit), hasMore: hits.length > limit, isPartial: anywhere.isPartial };
}

/** How many there are: counted, or about so many. */
export type Count = { count: number; isExact: boolean };

/** Two digits say as much as is known. */
const rounded = (count: number) => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.round(count / step) * step;
};

const estimate = async (db: Db, search: Search, tsquery: string): Promise<number> => {
  const [plan] = await db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select article_id from article_search where tsv @@ ${tsquery}::tsquery and ${within(search)}`,
  );
  return plan!["QUERY PLAN"][0].Plan["Plan Rows"];
};

/** Which share of the newest rows with all words has them side by side. */
async function phraseShare(db: Db, search: Search, loose: string): Promise<number> {
  const { hits } = await listNewest(db, { ...search, tsquery: loose }, null, SAMPLE);
  if (hits.length === 0) return 0;
  const [row] = await db.execute<{ count: number }>(sql`
    with sample as materialized (
      select tsv from article_search where article_id = any(array[${idList(hits.map(({ id }) => id))}]::uuid[])
    ) select count(*)::int from sample where tsv @@ ${search.tsquery}::tsquery`);
  return row!.count / hits.length;
}

/** How many articles are found: counted where they are few, else about how many. */
export async function countHits(db: Db, search: Search): Promise<Count> {
  const loose = loosened(search.tsquery);
  const isPhrase = loose !== search.tsquery;
  const about = await estimate(db, search, loose);
  if (isPhrase && about > SAMPLE)
    return { count: rounded(Math.max(1, about * (await phraseShare(db, search, loose)))), isExact: false };
  if (about > ESTIMATED_FROM) return { count: rounded(about), isExact: false };
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int from (
      select 1 from article_search where tsv @@ ${search.tsquery}::tsquery and ${within(search)} limit ${COUNTED_EXACTLY + 1}
    ) counted`);
  if (row!.count <= COUNTED_EXACTLY) return { count: row!.count, isExact: true };
  return { count: rounded(Math.max(about, COUNTED_EXACTLY)), isExact: false };
}

/** The newest of one kind that mention a security, by the same index. */
export const listNewestStories = (db: Db, lexeme: string, limit: number) =>
  listNewest(db, { tsquery: `${quote(lexeme)} & ${quote(ofKind("story"))}`, from: null, to: null }, null, limit);

/** What a page of hits shows of each, in no order. */
export type HitRow = {
  id: string;
  slug: string;
  kind: "story" | "flash";
  level: number;
  title: string;
  summary: string;
  body_html: string;
  publish_at: string;
  category_slug: string;
  category_name: string;
  cluster: Cluster | null;
};

export async function listHitRows(db: Db, ids: string[]): Promise<HitRow[]> {
  if (ids.length === 0) return [];
  return db.execute<HitRow>(sql`
    select a.id, a.slug, a.kind, a.level, a.title, a.summary, left(a.body_html, 60000) body_html, a.publish_at,
      c.slug category_slug, c.name category_name, ${clusterOf(sql`a.id`)} cluster
    from articles a join categories c on c.id = a.category_id
    where a.id in (${idList(ids)}) and a.status = 'published'`);
}

/** Titles of some articles, newest first; their texts are not read. */
export async function listTitles(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  return db.execute<{ slug: string; title: string; publish_at: string }>(sql`
    select slug, title, publish_at from articles where id in (${idList(ids)}) and status = 'published'
    order by publish_at desc, id desc`);
}

/** The outlets of some hits, most often first. */
export async function countOutlets(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  return db.execute<{ id: string; slug: string; name: string; count: number }>(sql`
    select c.id, c.slug, c.name, count(*)::int from articles a join categories c on c.id = a.category_id
    where a.id in (${idList(ids)}) group by c.id order by count(*) desc, c.name limit 8`);
}
