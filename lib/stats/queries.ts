import "server-only";
import { and, asc, count, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import {
  articles,
  articleViews,
  auditLog,
  auditUnsealed,
  categories,
  media,
  missingHits,
  missingIgnored,
  siteViews,
} from "@/lib/db/schema";
import { JOBS_SCHEMA } from "@/lib/jobs/queues";

/** Of each day so many of its most read stand for election; who was in no day's lead is in none of several days. */
const CANDIDATES_A_DAY = 50;
/** Until the clock has had its chance, what is late is not overdue. */
const OVERDUE = sql`interval '1 minute'`;

/** Views of the site by the hour, from a moment on. */
export const listSiteViews = (db: Db, since: Date) =>
  db.select().from(siteViews).where(gte(siteViews.hour, since)).orderBy(asc(siteViews.hour));

/** The most read of some days, with what they were read. Looks at a bounded number of rows of each day. */
export async function listMostRead(db: Db, sinceDay: string, limit: number) {
  const sums = await db.execute<{ id: string; views: number }>(sql`
    with days as (
      select generate_series(${sinceDay}::date, (now() at time zone 'Asia/Shanghai')::date, interval '1 day')::date as day),
    candidates as materialized (
      select distinct first.article_id from days cross join lateral (
        select a.article_id from ${articleViews} a where a.day = days.day order by a.views desc limit ${CANDIDATES_A_DAY}) first)
    select candidates.article_id as id, total.views from candidates cross join lateral (
      select sum(a.views)::int as views from ${articleViews} a
      where a.article_id = candidates.article_id and a.day >= ${sinceDay}::date) total
    order by total.views desc, candidates.article_id desc limit ${limit}`);
  const ids = sums.map(({ id }) => id);
  if (ids.length === 0) return [];
  const named = await db
    .select({ id: articles.id, title: articles.title, outlet: categories.name })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.id, ids));
  return sums.flatMap(({ id, views }) =>
    named.filter((article) => article.id === id).map((article) => ({ ...article, views })),
  );
}

const published = (since: Date) => and(eq(articles.status, "published"), gte(articles.publishAt, since));

/** What was published on each Beijing day, stories and flashes apart. */
export function listPublishedDays(db: Db, since: Date) {
  const day = sql`(${articles.publishAt} at time zone 'Asia/Shanghai')::date`;
  return db
    .select({ day: sql<string>`${day}::text`, kind: articles.kind, count: count() })
    .from(articles)
    .where(published(since))
    .groupBy(day, articles.kind);
}

/** By the hour, for one day. */
export function listPublishedHours(db: Db, since: Date) {
  const hour = sql<number>`extract(hour from ${articles.publishAt} at time zone 'Asia/Shanghai')::int`;
  return db.select({ hour, count: count() }).from(articles).where(published(since)).groupBy(sql`1`);
}

/** The outlets that published most. */
export async function listBusiest(db: Db, since: Date, limit: number) {
  const busiest = db
    .select({ id: articles.categoryId, count: count().as("count") })
    .from(articles)
    .where(published(since))
    .groupBy(articles.categoryId)
    .orderBy(desc(count()), asc(articles.categoryId))
    .limit(limit)
    .as("busiest");
  return db
    .select({ id: categories.id, name: categories.name, count: busiest.count })
    .from(busiest)
    .innerJoin(categories, eq(categories.id, busiest.id))
    .orderBy(desc(busiest.count), asc(categories.name));
}

/** What waits for somebody, or for a job. All of it is read from the small end of an index. */
export async function readQueues(db: Db) {
  const [review] = await db
    .select({ count: count(), oldest: sql<Date | null>`min(${articles.updatedAt})`.mapWith(articles.updatedAt) })
    .from(articles)
    .where(eq(articles.status, "in_review"));
  const late = sql`${articles.publishAt} < now() - ${OVERDUE}`;
  const [scheduled] = await db
    .select({
      count: count(),
      overdue: sql<number>`(count(*) filter (where ${late}))::int`,
      longest: sql<Date | null>`min(${articles.publishAt}) filter (where ${late})`.mapWith(articles.publishAt),
      next: sql<Date | null>`min(${articles.publishAt}) filter (where ${articles.publishAt} >= now())`.mapWith(
        articles.publishAt,
      ),
    })
    .from(articles)
    .where(sql`${articles.status} = 'scheduled'`);
  const pictures = await db
    .select({ status: media.status, count: count() })
    .from(media)
    .where(and(inArray(media.status, ["processing", "failed"]), sql`${media.status} <> 'ready'`))
    .groupBy(media.status);
  const ofStatus = (status: string) => pictures.find((row) => row.status === status)?.count ?? 0;
  return {
    review: { count: review!.count, oldest: review!.oldest },
    scheduled: scheduled!,
    pictures: { processing: ofStatus("processing"), failed: ofStatus("failed") },
    jobs: await readJobs(db),
    unsealedSince: await findUnsealedSince(db),
  };
}

/** Jobs that could be done now, and how long the oldest waits; null where no worker ever ran. */
async function readJobs(db: Db) {
  const [exists] = await db.execute<{ there: boolean }>(
    sql`select to_regclass(${`${JOBS_SCHEMA}.job`}) is not null as there`,
  );
  if (!exists?.there) return null;
  const [row] = await db.execute<{ waiting: number; seconds: number | null }>(
    sql`select count(*)::int waiting, extract(epoch from now() - min(start_after))::int seconds from ${sql.raw(`${JOBS_SCHEMA}.job`)}
      where state < 'active' and start_after <= now()`,
  );
  return row!;
}

/** When the oldest row of the audit log was written that no seal covers. */
async function findUnsealedSince(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: auditLog.at })
    .from(auditUnsealed)
    .innerJoin(auditLog, eq(auditLog.id, auditUnsealed.rowId))
    .orderBy(asc(auditUnsealed.rowId))
    .limit(1);
  return row?.at ?? null;
}

/** The missing addresses that were asked for most, over some days. A day holds a bounded number of them. */
export async function listMissing(db: Db, sinceDay: string, limit: number) {
  const hits = sql<number>`sum(${missingHits.hits})::int`;
  return db
    .select({ path: missingHits.path, hits, lastDay: sql<string>`max(${missingHits.day})::text` })
    .from(missingHits)
    .where(
      and(
        gte(missingHits.day, sinceDay),
        sql`not exists (select 1 from redirects r where r.from_path = ${missingHits.path})`,
        sql`not exists (select 1 from missing_ignored i where i.path = ${missingHits.path})`,
      ),
    )
    .groupBy(missingHits.path)
    .orderBy(desc(hits), asc(missingHits.path))
    .limit(limit);
}

/** Missing addresses that the desk wants to hear of no more, the last first. */
export const listIgnored = (db: Db, limit: number) =>
  db
    .select({ path: missingIgnored.path, by: missingIgnored.ignoredBy })
    .from(missingIgnored)
    .orderBy(desc(missingIgnored.createdAt))
    .limit(limit);
