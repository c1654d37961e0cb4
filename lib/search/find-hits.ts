import "server-only";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { newestDictionary } from "./dictionaries";
import { hasAsked, type SearchParams } from "./filters";
import type { NameBook } from "./name-book";
import { loadNames } from "./names-queries";
import { type ParsedQuery, parseQuery } from "./parse-query";
import * as queries from "./queries";
import { type Understood, understand } from "./understand";

/** How many hits behind the first page are looked at, for who tells them apart by outlet. */
const MOST_SEEN = 60;

type Asked =
  | { state: "empty" | "unready"; query: ParsedQuery }
  | { state: "asked"; query: ParsedQuery; asked: Understood; names: NameBook };

/** @property seen the page's hits and, on the first page, some behind them; `isAll`: there are no others */
export type Found = {
  hits: queries.Hit[];
  next: string | null;
  isPartial: boolean;
  seen: queries.Hit[];
  isAll: boolean;
};

/** What is looked for; `empty`: nothing was asked; `unready`: there is no index yet. */
export async function readAsked(db: Db, params: SearchParams): Promise<Asked> {
  const query = parseQuery(params.q);
  if (!hasAsked(query, params)) return { state: "empty", query };
  const newest = await newestDictionary(db);
  if (!newest) return { state: "unready", query };
  const names = await loadNames(db);
  const asked = understand(query, params, names, newest.dictionary, new Date());
  return asked.tsquery === "" ? { state: "empty", query } : { state: "asked", query, asked, names };
}

/** One page of hits, in the order that was asked for. */
export async function readPage(db: Db, asked: Understood, { sort, after }: SearchParams): Promise<Found> {
  if (sort === "best") {
    const offset = /^\d{1,4}$/.test(after ?? "") ? Number(after) : 0;
    const { hits, hasMore, isPartial } = await queries.listBest(db, asked, asked.titleQuery, offset);
    const isAll = !hasMore && offset === 0;
    return { hits, isPartial, next: hasMore ? String(offset + hits.length) : null, seen: hits, isAll };
  }
  const position = decodeCursor(after ?? "");
  const most = after ? queries.PAGE_SIZE : MOST_SEEN;
  const { hits: seen, hasMore, isPartial } = await queries.listNewest(db, asked, position, queries.PAGE_SIZE, most);
  const hits = seen.slice(0, queries.PAGE_SIZE);
  const last = hits.at(-1);
  const goesOn = hasMore || seen.length > hits.length;
  const next = goesOn && last ? encodeCursor({ at: last.publishedAt, id: last.id }) : null;
  return { hits, isPartial, next, seen, isAll: !after && !hasMore && !isPartial };
}

/** How many there are in all. */
export const countFound = (db: Db, asked: Understood, { isAll, seen }: Found): Promise<queries.Count> =>
  isAll ? Promise.resolve({ count: seen.length, isExact: true }) : queries.countHits(db, asked);

/** A page of hits and their number, without what the page for readers says around them. */
export async function findHits(db: Db, params: SearchParams) {
  const read = await readAsked(db, params);
  if (read.state !== "asked") return { state: read.state };
  const { hits, next, isPartial, ...found } = await readPage(db, read.asked, params);
  const count = await countFound(db, read.asked, { hits, next, isPartial, ...found });
  return { state: "found" as const, hits, next, isPartial, count };
}
