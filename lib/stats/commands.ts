import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { beijingDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db/client";
import {
  articleMonthViews,
  articles,
  articleViewHours,
  articleViews,
  missingHits,
  redirects,
  siteViews,
} from "@/lib/db/schema";
import { isWorthKnowing } from "@/lib/stats/missing";
import type { Counts } from "@/lib/stats/tally";

/** Instances write one after the other: they touch the same rows. */
const STATS_LOCK = 7_316_004;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Missing addresses kept of one day, and for how many days. */
const MOST_MISSING = 2000;
const MISSING_DAYS = 14;
/** An article's views stand by the day for this long, then by the month. */
const DAILY_DAYS = 92;
/** And by the hour: longer than any list looks back. */
const HOURLY_DAYS = 8;

const list = (values: unknown[], type: string) => sql`${sql.param(values)}::${sql.raw(type)}[]`;
const decoded = (counts: Map<string, number>) => [...counts].map(([key, n]) => [decodeURIComponent(key), n] as const);
const columns = (rows: (readonly [string, number])[]): SQL =>
  sql`unnest(${list(
    rows.map(([text]) => text),
    "text",
  )}, ${list(
    rows.map(([, n]) => n),
    "int",
  )})`;

/**
 * Adds what a page server counted. No audit row: nothing of it is anybody's deed. A batch that straddles an hour counts
 * for the later one.
 */
export async function recordCounts(db: Db, counts: Counts, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${STATS_LOCK})`);
    await addViews(tx, counts, now);
    const missing = decoded(counts.missing).filter(([path]) => isWorthKnowing(path));
    if (missing.length > 0) await addMissing(tx, missing, beijingDay(now));
    if (counts.followed.size > 0) {
      await tx.execute(sql`update ${redirects} set hits = ${redirects.hits} + t.n, last_hit_at = ${now.toISOString()}
        from ${columns(decoded(counts.followed))} as t(path, n) where ${redirects.fromPath} = t.path`);
    }
  });
}

async function addViews(tx: Tx, { total, pages }: Counts, now: Date) {
  if (total === 0) return;
  const hour = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  await tx
    .insert(siteViews)
    .values({ hour, views: total })
    .onConflictDoUpdate({ target: siteViews.hour, set: { views: sql`${siteViews.views} + excluded.views` } });
  const slugs = decoded(pages).flatMap(([path, n]) => {
    const slug = /^\/articles\/([^/]+)$/.exec(path)?.[1];
    return slug === undefined ? [] : [[slug, n] as const];
  });
  if (slugs.length === 0) return;
  await tx.execute(sql`with read as materialized (
      select ${articles.id} id, t.n from ${columns(slugs)} as t(slug, n) join ${articles} on ${articles.slug} = t.slug
      order by ${articles.id}
    ), of_hour as (
      insert into ${articleViewHours} (hour, article_id, views) select ${hour.toISOString()}::timestamptz, id, n from read
      on conflict (hour, article_id) do update set views = ${articleViewHours.views} + excluded.views)
    insert into ${articleViews} (day, article_id, views) select ${beijingDay(now)}::date, id, n from read
    on conflict (day, article_id) do update set views = ${articleViews.views} + excluded.views`);
}

/** An address that is there already is counted on; a new one only while there is room. */
async function addMissing(tx: Tx, missing: (readonly [string, number])[], day: string) {
  const known = sql`exists (select 1 from ${missingHits} m where m.day = ${day}::date and m.path = t.path)`;
  const room = sql`greatest(0, ${MOST_MISSING} - (select count(*) from ${missingHits} where day = ${day}::date))`;
  await tx.execute(sql`insert into ${missingHits} (day, path, hits)
    select ${day}::date, path, n from (
      select t.path, t.n, ${known} as known, row_number() over (partition by ${known} order by t.n desc, t.path) as place
      from ${columns(missing)} as t(path, n)) c
    where c.known or c.place <= ${room}
    on conflict (day, path) do update set hits = ${missingHits.hits} + excluded.hits`);
}

/** Makes months of days that are long past, and forgets old hours and old missing addresses. */
export async function rollUpViews(db: Db, now: Date): Promise<number> {
  const before = (days: number) => beijingDay(new Date(now.getTime() - days * DAY_MS));
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${STATS_LOCK})`);
    const oldest = new Date(now.getTime() - HOURLY_DAYS * DAY_MS).toISOString();
    await tx.execute(sql`delete from ${articleViewHours} where hour < ${oldest}::timestamptz`);
    await tx.execute(sql`delete from ${missingHits} where day < ${before(MISSING_DAYS)}::date`);
    const months = await tx.execute(sql`with old as (
        delete from ${articleViews} where day < ${before(DAILY_DAYS)}::date returning day, article_id, views)
      insert into ${articleMonthViews} (month, article_id, views)
        select date_trunc('month', day)::date, article_id, sum(views)::int from old group by 1, 2
      on conflict (article_id, month) do update set views = ${articleMonthViews.views} + excluded.views
      returning article_id`);
    return months.length;
  });
}
