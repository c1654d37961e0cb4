import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { behind, card, isPublic, PAGE_SIZE } from "@/lib/articles/queries";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import { nextDay } from "./calendar";

const start = (day: string) => sql`${`${day}T00:00:00+08:00`}::timestamptz`;
const dayOf = sql.raw(`to_char(publish_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`);
/** Written out, so that the partial index is used. */
const PUBLIC = sql.raw(`status = 'published' and publish_at <= now()`);

/** How many articles were published on each Beijing day from `from` to `to`, both included; days without one are left out. */
export async function countDays(db: Db, from: string, to: string): Promise<Map<string, number>> {
  // Cut into days as moments and named afterwards: a date or name for each of a hundred thousand rows takes most of the time.
  const rows = await db.execute<{ at: string; count: number }>(sql`
    select to_char(midnight at time zone 'Asia/Shanghai', 'YYYY-MM-DD') at, count from (
      select date_bin('1 day', publish_at, ${start(from)}) as midnight, count(*)::int as count from articles
      where ${PUBLIC} and publish_at >= ${start(from)} and publish_at < ${start(nextDay(to))} group by 1
    ) counted`);
  return new Map(rows.map(({ at, count }) => [at, count]));
}

/** The first and the last day with news; null while there are none. */
export async function findSpan(db: Db): Promise<{ first: string; last: string } | null> {
  const [row] = await db.execute<{ first: string | null; last: string | null }>(sql`
    select (select ${dayOf} from articles where ${PUBLIC} order by publish_at limit 1) first,
      (select ${dayOf} from articles where ${PUBLIC} order by publish_at desc limit 1) last`);
  return row?.first && row.last ? { first: row.first, last: row.last } : null;
}

/** The nearest days with news before and after one. */
export async function findNeighbours(db: Db, day: string): Promise<{ previous: string | null; next: string | null }> {
  const [row] = await db.execute<{ previous: string | null; next: string | null }>(sql`
    select (select ${dayOf} from articles where ${PUBLIC} and publish_at < ${start(day)}
        order by publish_at desc limit 1) previous,
      (select ${dayOf} from articles where ${PUBLIC} and publish_at >= ${start(nextDay(day))}
        order by publish_at limit 1) next`);
  return row!; // a select without `from` always answers
}

/** Everything of one Beijing day, newest first. */
export async function listDay(db: Db, day: string, { after }: { after?: Position }) {
  const rows = await db
    .select(card)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        isPublic,
        sql`${articles.publishAt} >= ${start(day)} and ${articles.publishAt} < ${start(nextDay(day))}`,
        after && behind(articles.publishAt, articles.id, after),
      ),
    )
    .orderBy(desc(articles.publishAt), desc(articles.id))
    .limit(PAGE_SIZE * 2 + 1);
  return { items: rows.slice(0, PAGE_SIZE * 2), hasMore: rows.length > PAGE_SIZE * 2 };
}
