import "server-only";
import { visibleText } from "@/lib/content/text";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { newestDictionary } from "./dictionaries";
import type { SearchParams } from "./filters";
import { ofSecurity } from "./lexemes";
import { markAll, markExcerpt, type Piece } from "./marks";
import type { Named } from "./name-book";
import { loadNames } from "./names-queries";
import { type ParsedQuery, parseQuery } from "./parse-query";
import * as queries from "./queries";
import { type NamedOutlet, type NamedSecurity, nearestNames, type Understood, understand } from "./understand";

/** A found article, its words marked. */
export type SearchHit = Pick<queries.HitRow, "id" | "slug" | "kind" | "level"> & {
  title: Piece[];
  excerpt: Piece[];
  categorySlug: string;
  categoryName: string;
  publishAt: string;
};
/** A security that the query names, and what was written about it last. */
export type Answer = {
  security: NamedSecurity;
  others: NamedSecurity[];
  newest: { slug: string; title: string; publishAt: string }[];
};
export type SearchPage = {
  params: SearchParams;
  query: ParsedQuery;
  /** `empty`: nothing was asked; `unready`: there is no index yet. */
  state: "empty" | "unready" | "found" | "nothing";
  hits: SearchHit[];
  count: queries.Count;
  /** Older articles were not looked through to the end. */
  isPartial: boolean;
  /** The place behind which the next page begins. */
  next: string | null;
  answer: Answer | null;
  /** Outlets of the newest hits, to narrow down by; counted where all hits were looked at. */
  outlets: { slug: string; name: string; count: number | null }[];
  namedOutlets: NamedOutlet[];
  nearest: Named[];
};

const NEWEST_SHOWN = 3;
const OTHERS_SHOWN = 3;
const OUTLETS_OF = 200;
const OPENING = 92;

type Found = { hits: queries.Hit[]; next: string | null; isPartial: boolean };

/** One page of hits, in the order that was asked for. */
async function readPage(db: Db, asked: Understood, { sort, after }: SearchParams): Promise<Found> {
  if (sort === "best") {
    const offset = /^\d{1,4}$/.test(after ?? "") ? Number(after) : 0;
    const { hits, hasMore, isPartial } = await queries.listBest(db, asked, asked.titleQuery, offset);
    return { hits, isPartial, next: hasMore ? String(offset + hits.length) : null };
  }
  const { hits, hasMore, isPartial } = await queries.listNewest(db, asked, decodeCursor(after ?? ""));
  const last = hits.at(-1);
  return { hits, isPartial, next: hasMore && last ? encodeCursor({ at: last.publishedAt, id: last.id }) : null };
}

/** The hits as they are shown, in their order. */
async function describe(db: Db, hits: queries.Hit[], words: string[]): Promise<SearchHit[]> {
  const rows = new Map(
    (
      await queries.listHitRows(
        db,
        hits.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return hits.flatMap(({ id }) => {
    const row = rows.get(id);
    // Withdrawn between the two queries.
    if (!row) return [];
    const text = visibleText(row.body_html.replace(/<[^>]*$/, ""));
    const start = (row.summary || text).slice(0, OPENING);
    const excerpt = markExcerpt(text, words) ?? markExcerpt(row.summary, words) ?? [{ text: start, isHit: false }];
    return [
      {
        ...{ id, slug: row.slug, kind: row.kind, level: row.level, title: markAll(row.title, words), excerpt },
        ...{ categorySlug: row.category_slug, categoryName: row.category_name },
        publishAt: new Date(row.publish_at).toISOString(),
      },
    ];
  });
}

async function answerOf(db: Db, securities: NamedSecurity[]): Promise<Answer | null> {
  const [security, ...others] = securities;
  if (!security) return null;
  const { hits } = await queries.listNewestStories(db, ofSecurity(security.symbol), NEWEST_SHOWN);
  const rows = await queries.listHitRows(
    db,
    hits.map(({ id }) => id),
  );
  const newest = rows
    .map(({ slug, title, publish_at }) => ({ slug, title, publishAt: new Date(publish_at).toISOString() }))
    .sort((a, b) => (a.publishAt < b.publishAt ? 1 : -1));
  return { security, others: others.slice(0, OTHERS_SHOWN), newest };
}

async function outletsOf(db: Db, asked: Understood) {
  const { hits, hasMore } = await queries.listNewest(db, asked, null, OUTLETS_OF);
  const rows = await queries.countOutlets(
    db,
    hits.map(({ id }) => id),
  );
  return rows.map(({ slug, name, count }) => ({ slug, name, count: hasMore ? null : count }));
}

/** The page of a search: what is public and has all the words. */
export async function findPage(db: Db, params: SearchParams): Promise<SearchPage> {
  const query = parseQuery(params.q);
  const page: SearchPage = {
    ...{ params, query, state: "empty", hits: [], count: { count: 0, isExact: true }, isPartial: false, next: null },
    ...{ answer: null, outlets: [], namedOutlets: [], nearest: [] },
  };
  const hasAsked = query.terms.some((term) => !term.isExcluded) || params.outlet.length > 0 || Boolean(params.stock);
  if (!hasAsked) return page;
  const newest = await newestDictionary(db);
  if (!newest) return { ...page, state: "unready" };
  const names = await loadNames(db);
  const asked = understand(query, params, names, newest.dictionary, new Date());
  if (asked.tsquery === "") return page;

  const { hits, next, isPartial } = await readPage(db, asked, params);
  const isFirst = !params.after;
  const isAll = isFirst && next === null && !isPartial && params.sort === "newest";
  return {
    ...page,
    state: hits.length > 0 ? "found" : "nothing",
    hits: await describe(db, hits, asked.words),
    count: isAll ? { count: hits.length, isExact: true } : await queries.countHits(db, asked),
    next,
    isPartial,
    answer: isFirst ? await answerOf(db, asked.securities) : null,
    outlets: isFirst && hits.length > 0 ? await outletsOf(db, asked) : [],
    namedOutlets: isFirst ? asked.outlets : [],
    nearest: hits.length === 0 ? nearestNames(query, names) : [],
  };
}
