import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { isPublic, link } from "@/lib/articles/queries";
import { oncePerStory } from "@/lib/clusters/once";
import type { Db, Tx } from "@/lib/db/client";
import { articles, articleViewHours, categories, clusterMembers, mostRead } from "@/lib/db/schema";
import { SPANS, type Span } from "./spans";

type Reader = Pick<Db | Tx, "execute" | "select">;

const HOUR_MS = 3_600_000;
/** Of so many articles with the most views it is asked which tell one story: all that can reach a place by themselves. */
const CANDIDATES = 500;
/** Places that are kept: when one of the shown leaves, the next one takes its place. */
const PLACES = 30;
export const MOST_SHOWN = 10;

/**
 * What was read most in a span that ends at `now`, whole hours, the current one among them. The articles of a cluster
 * count as one story, which stands there with the one of them that was read most.
 */
export async function countMostRead(db: Reader, span: Span, now: Date): Promise<string[]> {
  const since = new Date(now.getTime() - SPANS[span].hours * HOUR_MS).toISOString();
  const rows = await db.execute<{ id: string }>(sql`
    with counted as materialized (
      select article_id, sum(views) views from ${articleViewHours}
      where hour > ${since}::timestamptz and hour <= ${now.toISOString()}::timestamptz
      group by article_id order by sum(views) desc, article_id limit ${CANDIDATES}
    ), told as (
      select counted.*, ${articles.publishAt} at, coalesce(${clusterMembers.clusterId}, counted.article_id) story
      from counted join ${articles} on ${articles.id} = counted.article_id
        left join ${clusterMembers} on ${clusterMembers.articleId} = counted.article_id
      where ${isPublic}
    )
    select (array_agg(article_id order by views desc, at desc, article_id))[1] id
    from told group by story order by sum(views) desc, max(at) desc, story limit ${PLACES}`);
  return rows.map(({ id }) => id);
}

/** One article on a list of what was read most. */
export type Place = Awaited<ReturnType<typeof listPlaces>>[number];

/** All places that are kept, both spans; also of articles that are not public any more, and may be again. */
const listPlaces = (db: Reader) =>
  db
    .select({
      ...link,
      span: mostRead.span,
      clusterId: clusterMembers.clusterId,
      isPublic: sql<boolean>`coalesce(${isPublic}, false)`,
    })
    .from(mostRead)
    .innerJoin(articles, eq(articles.id, mostRead.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(clusterMembers, eq(clusterMembers.articleId, articles.id))
    .orderBy(asc(mostRead.span), asc(mostRead.place));

/** What readers see of one span: a story once, also where it became one since it was counted. */
const shownOf = (places: Place[], span: Span): Place[] =>
  oncePerStory(
    places.filter((place) => place.isPublic && place.span === span),
    (place) => place,
  ).slice(0, MOST_SHOWN);

/**
 * What readers see, most read first.
 * @property ranked every article that has a place, those that wait for one to be shown too
 */
export type MostRead = Record<Span, Place[]> & { ranked: string[] };

export async function listMostRead(db: Reader): Promise<MostRead> {
  const places = await listPlaces(db);
  const ranked = [...new Set(places.map(({ id }) => id))];
  return { day: shownOf(places, "day"), week: shownOf(places, "week"), ranked };
}

/** Whether nothing has a place yet. */
export async function isUnranked(db: Reader): Promise<boolean> {
  const rows = await db.select({ span: mostRead.span }).from(mostRead).limit(1);
  return rows.length === 0;
}
