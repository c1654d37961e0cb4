import "server-only";
import { visibleText } from "@/lib/content/text";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { newestDictionary } from "./dictionaries";
import { hasAsked, type SearchParams } from "./filters";
import { ofSecurity } from "./lexemes";
import { markAll, markExcerpt, type Piece } from "./marks";
import type { Named, NamedOutlet, NamedSecurity } from "./name-book";
import { loadNames } from "./names-queries";
import { type ParsedQuery, parseQuery } from "./parse-query";
import * as queries from "./queries";
import { nearestNames, type Understood, understand } from "./understand";

/** A found article, its words marked. */
export type SearchHit = Pick<queries.HitRow, "id" | "slug" | "kind" | "level" | "cluster"> & {
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
  /** The security that the result is, or can be, narrowed down to. */
  security: NamedSecurity | null;
  nearest: Named[];
};

const NEWEST_SHOWN = 3;
const OTHERS_SHOWN = 3;
const OUTLETS_OF = 60;
const OPENING = 92;

/** @property seen the page's hits and, on the first page, some behind them; `isAll`: there are no others */
type Found = { hits: queries.Hit[]; next: string | null; isPartial: boolean; seen: queries.Hit[]; isAll: boolean };

/** One page of hits, in the order that was asked for. */
async function readPage(db: Db, asked: Understood, { sort, after }: SearchParams): Promise<Found> {
  if (sort === "best") {
    const offset = /^\d{1,4}$/.test(after ?? "") ? Number(after) : 0;
    const { hits, hasMore, isPartial } = await queries.listBest(db, asked, asked.titleQuery, offset);
    const isAll = !hasMore && offset === 0;
    return { hits, isPartial, next: hasMore ? String(offset + hits.length) : null, seen: hits, isAll };
  }
  const position = decodeCursor(after ?? "");
  const most = after ? queries.PAGE_SIZE : OUTLETS_OF;
  const { hits: seen, hasMore, isPartial } = await queries.listNewest(db, asked, position, queries.PAGE_SIZE, most);
  const hits = seen.slice(0, queries.PAGE_SIZE);
  const last = hits.at(-1);
  const goesOn = hasMore || seen.length > hits.length;
  const next = goesOn && last ? encodeCursor({ at: last.publishedAt, id: last.id }) : null;
  return { hits, isPartial, next, seen, isAll: !after && !hasMore && !isPartial };
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
        ...{
          id,
          slug: row.slug,
          kind: row.kind,
          level: row.level,
          cluster: row.cluster,
          title: markAll(row.title, words),
          excerpt,
        },
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
  const rows = await queries.listTitles(
    db,
    hits.map(({ id }) => id),
  );
  const newest = rows.map(({ slug, title, publish_at }) => ({
    ...{ slug, title },
    publishAt: new Date(publish_at).toISOString(),
  }));
  return { security, others: others.slice(0, OTHERS_SHOWN), newest };
}

/** Those that were chosen, then those of what was found. */
async function outletsOf(db: Db, { seen, isAll }: Found, chosen: NamedOutlet[]) {
  const rows = await queries.countOutlets(
    db,
    seen.map(({ id }) => id),
  );
  const others = chosen.filter(({ slug }) => !rows.some((row) => row.slug === slug));
  return [
    ...others.map(({ slug, name }) => ({ slug, name, count: null })),
    ...rows.map(({ slug, name, count }) => ({ slug, name, count: isAll ? count : null })),
  ];
}

/** The page of a search: what is public and has all the words. */
export async function findPage(db: Db, params: SearchParams): Promise<SearchPage> {
  const query = parseQuery(params.q);
  const page: SearchPage = {
    ...{ params, query, state: "empty", hits: [], count: { count: 0, isExact: true }, isPartial: false, next: null },
    ...{ answer: null, outlets: [], namedOutlets: [], security: null, nearest: [] },
  };
  if (!hasAsked(query, params)) return page;
  const newest = await newestDictionary(db);
  if (!newest) return { ...page, state: "unready" };
  const names = await loadNames(db);
  const asked = understand(query, params, names, newest.dictionary, new Date());
  if (asked.tsquery === "") return page;

  const found = await readPage(db, asked, params);
  const { hits, next, isPartial, isAll } = found;
  const isFirst = !params.after;
  return {
    ...page,
    state: hits.length > 0 ? "found" : "nothing",
    hits: await describe(db, hits, asked.words),
    count: isAll ? { count: found.seen.length, isExact: true } : await queries.countHits(db, asked),
    next,
    isPartial,
    answer: isFirst ? await answerOf(db, asked.securities) : null,
    outlets: await outletsOf(
      db,
      found,
      params.outlet.flatMap((slug) => names.outlet(slug) ?? []),
    ),
    namedOutlets: isFirst ? asked.outlets : [],
    security: (params.stock ? names.security(params.stock) : asked.securities[0]) ?? null,
    nearest: hits.length === 0 ? nearestNames(query, names) : [],
  };
}
