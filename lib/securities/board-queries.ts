import "server-only";
import { asc, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { securities } from "@/lib/db/schema";

/** Securities that most articles mention directly since a moment. */
export const listMostMentioned = async (db: Db, since: Date, limit: number) => [
  ...(await db.execute<{ symbol: string; name: string; count: number }>(sql`
    select s.symbol, s.name, found.count from (
      select symbol, count(*)::int count from mentions
      where relation = 'direct' and listed_at >= ${since.toISOString()}::timestamptz and listed_at <= now()
      group by symbol order by count(*) desc, symbol limit ${limit}
    ) found join securities s on s.symbol = found.symbol order by found.count desc, s.symbol`)),
];

/** When an article last mentioned a security directly. */
export async function findLastMention(db: Db): Promise<Date | null> {
  const [row] = await db.execute<{ at: string }>(sql`
    select listed_at at from mentions where relation = 'direct' and listed_at is not null and listed_at <= now()
    order by listed_at desc limit 1`);
  return row ? new Date(row.at) : null;
}

/** Has an article to show. Written as a join of its own, so that each security costs one look at the end of an index. */
const hasArticle = sql`lateral (select 1 from mentions m where m.symbol = ${securities.symbol} and m.listed_at is not null limit 1)`;

/** `a` to `z` of the name's pinyin, `0` for all others. */
const letter = sql<string>`case when ${securities.pinyin} ~ '^[a-z]' then left(${securities.pinyin}, 1) else '0' end`;

/** The letters that securities with an article stand under, and how many. */
export const listLetters = (db: Db) =>
  db
    .select({ letter, count: sql<number>`count(*)::int` })
    .from(securities)
    .crossJoin(sql`${hasArticle} listed`)
    .groupBy(sql`1`)
    .orderBy(sql`1`);

/** The securities under a letter that have an article, by their pinyin. */
export const listUnderLetter = (db: Db, of: string) =>
  db
    .select({ symbol: securities.symbol, name: securities.name })
    .from(securities)
    .crossJoin(sql`${hasArticle} listed`)
    .where(sql`${letter} = ${of}`)
    .orderBy(asc(securities.pinyin), asc(securities.symbol));
