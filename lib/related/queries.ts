import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { LinkRow } from "@/lib/articles/queries";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { inTitle, quote } from "@/lib/search/lexemes";
import type { Met } from "./likeness";
import { LEAD, OFTEN, type OwnWord, type TellingWord, type WordCounts } from "./telling-words";

/** As many of the newest are counted: a word that stands in one of a thousand is told from one in a hundred. */
export const SAMPLE = 1000;

/** The words of a public article that may tell it from others; none of one that is not in the index. */
export async function listOwnWords(db: Db, id: string): Promise<OwnWord[]> {
  const rows = await db.execute<{ lexeme: string; count: number | null }>(sql`
    select lexeme, cardinality(positions) count
    from article_search, unnest(tsv)
    where article_id = ${id} and length(lexeme) > 1 and lexeme !~ '^='
      and (positions is null or positions[1] <= ${LEAD} or cardinality(positions) >= ${OFTEN})`);
  const titled = new Set(rows.flatMap(({ lexeme }) => (lexeme.startsWith("^") ? [lexeme.slice(1)] : [])));
  return rows.flatMap(({ lexeme: word, count }) =>
    count === null ? [] : [{ word, count, inTitle: titled.has(word) }],
  );
}

/** Counts the words of the newest articles; what stands in one alone is left out. */
export async function countWords(db: Db): Promise<WordCounts> {
  const [span] = await db.execute<{ articles: number; days: number }>(sql`
    select count(*)::int articles, coalesce(extract(epoch from max(published_at) - min(published_at)) / 86400, 0)::float days
    from (select published_at from article_search order by published_at desc, article_id desc limit ${SAMPLE}) newest`);
  const rows = await db.execute<{ word: string; ndoc: number }>(sql`
    select word, ndoc from ts_stat(${`select tsv from article_search order by published_at desc, article_id desc limit ${SAMPLE}`})
    where ndoc > 1 and word !~ '^[=^]' and length(word) > 1`);
  return { ...span!, of: new Map(rows.map(({ word, ndoc }) => [word, ndoc])) };
}

/** Articles whose headlines have most of some words are read; what has less beside so many others is not related. */
const MOST_CANDIDATES = 40;

/** An article with what it has of the words, and the cluster that it is in. */
export type Candidate = Met & { link: Omit<LinkRow, "publishAt"> & { publishAt: string }; clusterId: string | null };

/**
 * Earlier stories that have some of the words in their headline, those first that have most of their weight there. Each
 * word is a look into the index of its own, so that Postgres knows how rare it is, and a table of its own, or it would
 * start helpers, which takes longer than the looks. What else they have of the words is read from their own rows.
 * @param months as lexemes: what is older than these is not looked at
 * @param not articles that are shown already
 */
export async function findByWords(
  db: Db,
  telling: TellingWord[],
  months: string[],
  here: Position,
  not: string[],
): Promise<Candidate[]> {
  if (telling.length === 0 || months.length === 0) return [];
  const within = months.map(quote).join(" | ");
  const names = telling.map((_, n) => sql.raw(`look${n}`));
  const looks = telling.map(
    ({ word, weight }, n): SQL => sql`${names[n]} as materialized (
      select article_id, published_at, ${word}::text word, ${weight}::real weight
      from article_search where tsv @@ ${`${quote(inTitle(word))} & (${within})`}::tsquery)`,
  );
  const met = sql.join(
    names.map((name) => sql`select * from ${name}`),
    sql` union all `,
  );
  const words = sql.param(telling.map(({ word }) => word));
  const asked = sql.param(telling.map(({ word }) => quote(word)));
  const rows = await db.execute<Candidate>(sql`
    with ${sql.join(looks, sql`, `)}, best as materialized (
      select article_id, published_at, array_agg(word) titled, sum(weight) weight from (${met}) met
      where article_id <> ${here.id}
        and (published_at, article_id) < (${here.at.toISOString()}::timestamptz, ${here.id}::uuid)
        ${not.length > 0 ? sql`and article_id not in (${idList(not)})` : sql``}
      group by article_id, published_at order by sum(weight) desc, published_at desc, article_id limit ${MOST_CANDIDATES}
    )
    select json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title, 'publishAt', a.publish_at,
        'categoryId', c.id, 'categorySlug', c.slug, 'categoryName', c.name) link,
      best.titled, array(
        select wanted.word from unnest(${words}::text[], ${asked}::text[]) wanted(word, query)
        where s.tsv @@ wanted.query::tsquery) words,
      m.cluster_id "clusterId"
    from best join article_search s on s.article_id = best.article_id
      join articles a on a.id = best.article_id join categories c on c.id = a.category_id
      left join cluster_members m on m.article_id = a.id
    where a.status = 'published' and a.publish_at <= now() and a.kind = 'story'
      and not exists (select 1 from cluster_members own where own.article_id = ${here.id} and own.cluster_id = m.cluster_id)`);
  return [...rows];
}
