import "server-only";
import { sql } from "drizzle-orm";
import { startOfBeijingDay, startOfBeijingWeek } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import type { Company, Count, Figures, Week } from "./figures";
import { fromStrand, newestOf, type StockTab, type Strand, together } from "./strands";

/** Counting stops here: beyond it "more than" says as much and costs the same for every security. */
export const MOST_COUNTED = 10_000;
export const WEEKS = 26;
const WEEK_MS = 7 * 24 * 3600_000;

/** How many articles the lists hold, how many of the first are of today, and since when. */
export async function findFigures(db: Db, strands: Record<StockTab, Strand[]>, now: Date): Promise<Figures> {
  const today = startOfBeijingDay(now).toISOString();
  const counted = (of: Strand[], since = sql.empty()) =>
    of.length === 0
      ? sql`0`
      : sql`(select count(*)::int from (${together(
          of.map((strand) => sql`select article_id ${fromStrand(strand)} ${since} limit ${MOST_COUNTED + 1}`),
        )}) counted)`;
  const [row] = await db.execute<Record<StockTab | "today", number> & { first: string | null }>(sql`
    select ${counted(strands.direct)} direct, ${counted(strands.sector)} sector, ${counted(strands.flashes)} flashes,
      ${counted(strands.direct, sql`and listed_at >= ${today}::timestamptz`)} today,
      (select listed_at ${fromStrand(strands.direct[0]!)} order by listed_at, article_id limit 1) "first"`);
  const { direct, sector, flashes, first } = row!; // a select without `from` always answers
  const bounded = (count: number): Count => ({ count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED });
  return {
    ...{ direct: bounded(direct), sector: bounded(sector), flashes: bounded(flashes), today: bounded(row!.today) },
    first: first && new Date(first).toISOString(),
  };
}

/** Mentions of the last 26 weeks, oldest first; weeks begin on Monday in Beijing, and the last one is not over. */
export async function listWeeks(
  db: Db,
  { direct, sector }: Pick<Record<StockTab, Strand[]>, "direct" | "sector">,
  now: Date,
): Promise<Week[]> {
  const first = startOfBeijingWeek(now).getTime() - (WEEKS - 1) * WEEK_MS;
  const since = sql`${new Date(first).toISOString()}::timestamptz`;
  const ofWeeks = (series: "direct" | "sector", strands: Strand[]) => {
    // What two strands hold is one article: only its id tells.
    const columns = sql.raw(strands.length > 1 ? "listed_at, article_id" : "listed_at");
    const counted = together(
      strands.map((strand) => sql`select ${columns} ${fromStrand(strand)} and listed_at >= ${since}`),
    );
    return sql`select ${sql.raw(`'${series}'`)} series, date_bin('7 days', listed_at, ${since}) week, count(*)::int count
      from (${counted}) counted group by week`;
  };
  const series = [ofWeeks("direct", direct), ...(sector.length > 0 ? [ofWeeks("sector", sector)] : [])];
  const rows = await db.execute<{ series: "direct" | "sector"; week: string; count: number }>(
    sql.join(series, sql` union all `),
  );
  const weeks = Array.from({ length: WEEKS }, (_, n): Week => {
    const start = new Date(first + n * WEEK_MS).toISOString();
    return { start, direct: 0, sector: 0 };
  });
  for (const { series, week, count } of rows) weeks[(Date.parse(week) - first) / WEEK_MS]![series] = count;
  return weeks;
}

/** Of how many of the newest articles who wrote them, and what else they mention, is asked. */
const NEWEST = 500;
const MOST_NAMED = 8;

/**
 * Who wrote the newest articles of a list, and which other securities they are about. A merged outlet is its survivor.
 * @param own symbols of the company itself
 */
export async function findCompany(db: Db, strands: Strand[], own: string[]): Promise<Company> {
  const [row] = await db.execute<Company>(sql`
    with recursive newest as materialized (
      select article_id from (${newestOf(strands, NEWEST)}) found order by listed_at desc, article_id desc limit ${NEWEST}
    ), written as (
      select a.category_id id, count(*)::int count from newest join articles a on a.id = newest.article_id group by 1
    ), survivors as (
      select id as start, id, 0 step from written
      union all
      select s.start, c.merged_into_id, step + 1 from survivors s join categories c on c.id = s.id
      where c.merged_into_id is not null and step < 100
    ), outlets as (
      select c.id, c.slug, c.name, sum(w.count)::int count
      from written w join survivors s on s.start = w.id join categories c on c.id = s.id and c.merged_into_id is null
      group by c.id order by count desc, c.slug limit ${MOST_NAMED}
    ), others as (
      select s.symbol, s.name, found.count from (
        select m.symbol, count(*)::int count from newest join mentions m on m.article_id = newest.article_id
        where m.relation = 'direct' and m.symbol not in ${own}
        group by 1 order by 2 desc, 1 limit ${MOST_NAMED}
      ) found join securities s on s.symbol = found.symbol order by found.count desc, s.symbol
    )
    select (select count(*)::int from newest) "of", (select count(*) >= ${NEWEST} from newest) "isMore",
      (select coalesce(json_agg(outlets), '[]') from outlets) outlets,
      (select coalesce(json_agg(others), '[]') from others) securities`);
  return row!; // a select without `from` always answers
}
