import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import {
  type DeskFilter,
  filterConditions,
  keyOf,
  placeValue,
  rangeConditions,
  timeOrLength,
} from "@/lib/articles/desk-filter";
import type { DeskPosition, DeskSort } from "@/lib/articles/desk-params";
import { hasWords, mayHaveWords, titleWords } from "@/lib/articles/title-words";
import type { Db } from "@/lib/db/client";
import { pageOf } from "@/lib/db/paging";
import { categories, deskLines, users } from "@/lib/db/schema";
import { type TextCondition, textCondition } from "@/lib/search/text-condition";

const PAGE_SIZE = 20;
/** What is asked for is first looked for among this many rows at the beginning of the list. */
const RECENT = 2000;
/** Up to so many rows are sorted rather than met one by one in the list's order. */
const FEW = 20_000;

export type DeskOrder = { sort: DeskSort; ascending?: boolean };
type DeskPage = { after?: DeskPosition | undefined; before?: DeskPosition | undefined };
type Ask = DeskPage & { filter: DeskFilter; order: DeskOrder; limit: number };

/** The rows behind the place, or in front of it: whoever asks `before` reads the list from its other end. */
function scanOf({ order, after, before }: Ask) {
  const ascending = (order.ascending === true) !== (before !== undefined);
  const place = before ?? after;
  const [column, id] = [timeOrLength(order.sort), deskLines.articleId];
  const beyond = ascending ? sql`>` : sql`<`;
  const behind = place && sql`(${column}, ${id}) ${beyond} (${placeValue(order.sort, place.key)}, ${place.id}::uuid)`;
  return { column, behind, direction: ascending ? sql`asc` : sql`desc` };
}

/** A word that is none: nothing has it. */
const NOTHING = { has: sql`false`, among: sql`false` };

function titleCondition(said: string | undefined): TextCondition | null {
  const words = titleWords(said);
  return words.length > 0 ? { has: hasWords(words), among: mayHaveWords(words) } : null;
}

/**
 * Ids in the order in which they were read, at most `limit`. What is common stands among the first rows of the list;
 * what is rare has few rows in all, found by its own indexes and then sorted. Each way is fast where the other one
 * would read the whole table; the planner, who cannot know how a filter lies in an order, would often take the wrong
 * one, so it is not asked.
 */
async function readIds(db: Db, ask: Ask): Promise<string[]> {
  const { column, behind, direction } = scanOf(ask);
  const id = deskLines.articleId;
  const range = and(behind, rangeConditions(ask.filter, ask.order.sort)) ?? sql`true`;
  const { words, scope } = ask.filter;
  const text = scope === "text" && words ? ((await textCondition(db, words, id)) ?? NOTHING) : titleCondition(words);
  const wanted = and(filterConditions(ask.filter), text?.has) ?? sql`true`;
  const sorted = sql`order by ${column} ${direction}, ${id} ${direction}`;

  const recent = sql`select * from ${deskLines} where ${range} ${sorted} limit ${RECENT}`;
  const [first] = await db.execute<{ ids: string[]; count: number }>(sql`
    with recent as materialized (
      select ${id} id, row_number() over () n, ${wanted} is_wanted from (${recent}) desk_lines
    ) select array(select id from recent where is_wanted order by n limit ${ask.limit}) ids,
      (select count(*)::int from recent) "count"`);
  if (first!.ids.length >= ask.limit || first!.count < RECENT) return first!.ids;

  const all = and(range, wanted, text?.among);
  const [few] = await db.execute<{ ids: string[]; count: number }>(sql`
    with few as materialized (select ${id} id, ${column} key from ${deskLines} where ${all} limit ${FEW + 1})
    select array(select id from few order by key ${direction}, id ${direction} limit ${ask.limit}) ids,
      (select count(*)::int from few) "count"`);
  if (few!.count <= FEW) return few!.ids;

  // Common, and yet not among the first: many rows of another kind lie in front of it.
  const rows = await db.execute<{ id: string }>(
    sql`select ${id} id from ${deskLines} where ${and(range, wanted)} ${sorted} limit ${ask.limit}`,
  );
  return rows.map((row) => row.id);
}

const line = {
  id: deskLines.articleId,
  title: deskLines.title,
  kind: deskLines.kind,
  level: deskLines.level,
  status: deskLines.status,
  wordCount: deskLines.wordCount,
  publishAt: deskLines.publishAt,
  createdAt: deskLines.createdAt,
  updatedAt: deskLines.updatedAt,
  categoryName: categories.name,
  authorName: users.name,
};

/** A page of all articles in all states, each row with its place in this order. */
export async function listDesk(db: Db, filter: DeskFilter, order: DeskOrder, { after, before }: DeskPage = {}) {
  const ids = await readIds(db, { filter, order, after, before, limit: PAGE_SIZE + 1 });
  const rows = await db
    .select({ ...line, key: keyOf(order.sort) })
    .from(deskLines)
    .innerJoin(categories, eq(categories.id, deskLines.categoryId))
    .leftJoin(users, eq(users.id, deskLines.createdBy))
    .where(inArray(deskLines.articleId, ids));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return pageOf(
    ids.flatMap((id) => rowOf.get(id) ?? []),
    PAGE_SIZE,
    { after, before },
  );
}

/** The first ids of a whole list, for an act upon all of it; one more than `limit` says that there are more. */
export const listDeskIds = (db: Db, filter: DeskFilter, order: DeskOrder, limit: number): Promise<string[]> =>
  readIds(db, { filter, order, limit: limit + 1 });

/** How many articles there are, as the database last estimated it; null while it has not. */
export async function estimateArticles(db: Db): Promise<number | null> {
  const [row] = await db.execute<{ count: number }>(
    sql`select reltuples::float8 count from pg_class where oid = 'desk_lines'::regclass`,
  );
  return row && row.count >= 0 ? row.count : null;
}
