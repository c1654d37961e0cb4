import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import type { SitemapEntry } from "@/lib/sitemaps/xml";
import { articlePath } from "@/lib/urls";

/** What search engines may list of a month. `mark` is another after each change of that. */
export type Month = { month: string; published: number; listed: number; changedAt: Date; mark: string };

/** A place in the order of (time, id). The time is text, because the database's are finer than a Date. */
export type Place = { at: string; id: string };
/** Before every article of a moment. */
export const placeBefore = (at: string): Place => ({ at, id: "00000000-0000-0000-0000-000000000000" });

const monthStart = (month: string) => `${month}-01T00:00:00+08:00`;
function nextMonthStart(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return monthStart(number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`);
}
export const startOfMonth = (month: string) => placeBefore(monthStart(month));
export const endOfMonth = (month: string) => placeBefore(nextMonthStart(month));

const time = (at: string) => sql`${at}::timestamptz`;
/** Written out, so that the partial index is used. What is published ahead of its time counts from its time on. */
const PUBLIC = sql.raw("a.status = 'published' and a.publish_at <= now()");

/** Months with something to list, from counts that are kept; one of them, or all. */
export async function listMonths(db: Db, month?: string): Promise<Month[]> {
  const rows = await db.execute<{
    month: string;
    published: number;
    listed: number;
    changed: string;
    mark: string;
  }>(sql`
    select m.month, sum(m.published)::int published,
      coalesce(sum(m.published) filter (where c.indexing = 'index'), 0)::int listed,
      max(greatest(case when c.indexing = 'index' then m.changed_at end, m.policy_at)) changed,
      ${month === undefined ? sql`''` : sql`concat(sum(hashtextextended(concat(m.category_id, m.version), 0)::numeric) filter (where c.indexing = 'index'), ':', sum(m.published))`} mark
    from sitemap_months m join categories c on c.id = m.category_id
    where ${month === undefined ? sql`true` : sql`m.month = ${month}`}
    group by m.month having coalesce(sum(m.published) filter (where c.indexing = 'index'), 0) > 0 order by m.month`);
  return rows.map(({ changed, ...row }) => ({ ...row, changedAt: new Date(changed) }));
}

/** How many articles of a month have their time still to come; a mark alone would not show that it came. */
export async function countAhead(db: Db, month: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int count from articles a
    where a.status = 'published' and a.publish_at > now() and a.publish_at < ${time(endOfMonth(month).at)}`);
  return row!.count;
}

/** How many articles, and how many that may be listed, each hour of a month holds; hours without any are left out. */
export async function countHours(db: Db, month: string) {
  const start = time(monthStart(month));
  const rows = await db.execute<{ at: string; published: number; listed: number }>(sql`
    select hour at, count(*)::int published, (count(*) filter (where c.indexing = 'index'))::int listed from (
      select date_bin('1 hour', a.publish_at, ${start}) as hour, a.category_id from articles a
      where ${PUBLIC} and a.publish_at >= ${start} and a.publish_at < ${time(nextMonthStart(month))}
    ) published join categories c on c.id = published.category_id group by 1 order by 1`);
  return [...rows];
}

/** The article that stands `count` articles behind a position, whether it may be listed or not. */
export async function findBehind(db: Db, from: Place, count: number): Promise<Place | null> {
  const [row] = await db.execute<{ at: string; id: string }>(sql`
    select a.publish_at at, a.id from articles a
    where ${PUBLIC} and (a.publish_at, a.id) >= (${time(from.at)}, ${from.id}::uuid)
    order by a.publish_at, a.id offset ${count} limit 1`);
  return row ?? null;
}

/** A batch sorts all that is left of its part, so few and large ones: some two megabytes each. */
const BATCH = 10_000;

/**
 * What search engines may list between two positions, oldest first, in batches. No connection is held between them: who
 * reads slowly keeps nobody waiting.
 */
export async function* readArticles(db: Db, from: Place, to: Place): AsyncGenerator<SitemapEntry[]> {
  let after = from;
  let isFirst = true;
  for (;;) {
    const rows = await db.execute<{ id: string; slug: string; at: string; changed: string }>(sql`
      select a.id, a.slug, a.publish_at at, coalesce(a.revised_at, a.publish_at) changed
      from articles a join categories c on c.id = a.category_id and c.indexing = 'index'
      where ${PUBLIC} and a.publish_at >= ${time(after.at)} and a.publish_at <= ${time(to.at)}
        and (a.publish_at, a.id) ${sql.raw(isFirst ? ">=" : ">")} (${time(after.at)}, ${after.id}::uuid)
        and (a.publish_at, a.id) < (${time(to.at)}, ${to.id}::uuid)
      order by a.publish_at, a.id limit ${BATCH}`);
    if (rows.length > 0) yield rows.map(({ slug, changed }) => ({ path: articlePath(slug), changedAt: changed }));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = { at: last.at, id: last.id };
    isFirst = false;
  }
}
