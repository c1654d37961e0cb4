import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import type { SitemapEntry } from "@/lib/sitemaps/xml";
import { archivePartPath, categoryPath, stockPath, tagPath } from "@/lib/urls";

/** Pages of lists, by what their addresses hold; `changed`: when their newest article was published. */
const LISTS: Record<string, { table: SQL; path: (key: string) => string; rows: SQL }> = {
  categories: {
    table: sql`categories`,
    path: categoryPath,
    rows: sql`select slug collate "C" as key, newest_at as changed from categories
      where published_count > 0 and merged_into_id is null and indexing = 'index'`,
  },
  tags: {
    table: sql`tags`,
    path: tagPath,
    rows: sql`select t.slug collate "C" as key, newest.at as changed from tags t cross join lateral (
        select listed_at at from article_tags where tag_id = t.id and listed_at is not null
        order by listed_at desc limit 1
      ) newest where t.merged_into_id is null`,
  },
  stocks: {
    table: sql`securities`,
    path: stockPath,
    rows: sql`select s.symbol collate "C" as key, newest.at as changed from securities s cross join lateral (
        select listed_at at from mentions where symbol = s.symbol and relation = 'direct' and listed_at is not null
        order by listed_at desc limit 1
      ) newest`,
  },
};
export const LIST_NAMES = Object.keys(LISTS);

/** What one sitemap of such a list may name. */
export const LIST_MOST = 50_000;
const BATCH = 2000;

/** How many entries a list has; and a mark that is another whenever one of its entries is, of a part of it or of all. */
export async function markList(db: Db, name: string, part = 1) {
  const [row] = await db.execute<{ count: number; mark: string }>(sql`
    select count(*)::int count, concat(sum(hashtextextended(concat(key, ' ', changed), 0)::numeric)) mark from (
      select * from (${LISTS[name]!.rows}) listed order by key offset ${(part - 1) * LIST_MOST} limit ${LIST_MOST}
    ) part`);
  return row!;
}

/** How many parts a list has. Where one would hold all that there could be, it is enough to know that something is there. */
export async function countListParts(db: Db, name: string): Promise<number> {
  const { table, rows } = LISTS[name]!;
  const [row] = await db.execute<{ count: number }>(sql`
    select case when (select count(*) from ${table}) > ${LIST_MOST}
      then (select count(*)::int from (${rows}) listed)
      else (select count(*)::int from (select 1 from (${rows}) listed limit 1) first) end count`);
  return Math.ceil(row!.count / LIST_MOST);
}

/** The entries of a part of a list, by their key, in batches. */
export async function* readList(db: Db, name: string, part: number): AsyncGenerator<SitemapEntry[]> {
  const { path, rows } = LISTS[name]!;
  let after: string | null = null;
  for (let read = 0; read < LIST_MOST; read += BATCH) {
    const behind: SQL = after === null ? sql`true` : sql`key > ${after}`;
    const batch: { key: string; changed: string }[] = await db.execute<{ key: string; changed: string }>(sql`
      select key, changed from (${rows}) listed where ${behind} order by key
      offset ${after === null ? (part - 1) * LIST_MOST : 0} limit ${BATCH}`);
    if (batch.length > 0) yield batch.map(({ key, changed }) => ({ path: path(key), changedAt: changed }));
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.key;
  }
}

/** Days of a year on which something was published, and the moment of the last of each: one look at an index a day. */
export async function listDays(db: Db, year: number): Promise<SitemapEntry[]> {
  const [start, end] = [`${year}-01-01T00:00:00+08:00`, `${year + 1}-01-01T00:00:00+08:00`];
  const last = (until: SQL) => sql`(select publish_at from articles where status = 'published' and publish_at <= now()
    and publish_at >= ${start}::timestamptz and publish_at < ${until} order by publish_at desc limit 1)`;
  const midnight = sql.raw("(date_trunc('day', at at time zone interval '8 hours') at time zone interval '8 hours')");
  const rows = await db.execute<{ day: string; at: string }>(sql`
    with recursive days as (
      select ${last(sql`${end}::timestamptz`)} at
      union all select ${last(midnight)} from days where at is not null
    ) select to_char(at at time zone interval '8 hours', 'YYYY-MM-DD') as day, at from days where at is not null order by at`);
  return rows.map(({ day, at }) => ({ path: archivePartPath(day), changedAt: at }));
}
