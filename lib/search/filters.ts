import { z } from "zod";
import { ARTICLE_KINDS } from "@/lib/db/schema/articles";
import type { ParsedQuery } from "./parse-query";

export const SORTS = ["newest", "best"] as const;
export const SPANS = { day: 1, week: 7, month: 31, year: 366 } as const;

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const many = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const isDay = (text: string) => /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const day = z.preprocess(one, z.string().refine(isDay)).optional().catch(undefined);

/** The query string of `/search`. What cannot be read is as if it were not there: an address is no form to be refused. */
export const searchParams = z.object({
  q: z.preprocess(one, z.string().max(10_000)).catch(""),
  kind: z.preprocess(one, z.enum(ARTICLE_KINDS)).optional().catch(undefined),
  when: z
    .preprocess(one, z.enum(["day", "week", "month", "year"]))
    .optional()
    .catch(undefined),
  /** Days in Beijing, both included. */
  from: day,
  to: day,
  outlet: z.preprocess(many, z.array(z.string().max(200)).max(10)).catch([]),
  level: z.preprocess(many, z.array(z.enum(["2", "3"])).max(2)).catch([]),
  stock: z
    .preprocess(one, z.string().regex(/^[A-Za-z]{2}[A-Za-z0-9.]{1,12}$/))
    .optional()
    .catch(undefined),
  sort: z.preprocess(one, z.enum(SORTS)).catch("newest"),
  /** The place behind which a further page begins. */
  after: z.preprocess(one, z.string().max(80)).optional().catch(undefined),
});
export type SearchParams = z.infer<typeof searchParams>;

const DAY_MS = 86_400_000;
const beijingMidnight = (text: string) => new Date(`${text}T00:00:00+08:00`);

/** From when (included) to when (not included); null where there is no bound. */
export function timesOf({ when, from, to }: SearchParams, now: Date): { from: Date | null; to: Date | null } {
  const since = when ? new Date(now.getTime() - SPANS[when] * DAY_MS) : null;
  return {
    from: from ? beijingMidnight(from) : since,
    to: to ? new Date(beijingMidnight(to).getTime() + DAY_MS) : null,
  };
}

/** Whether there is something to look for: words, outlets or a security. */
export const hasAsked = ({ terms }: ParsedQuery, { outlet, stock }: SearchParams) =>
  terms.some((term) => !term.isExcluded) || outlet.length > 0 || Boolean(stock);

/** Whether anything narrows the result down besides the words. */
export const isFiltered = ({ kind, when, from, to, outlet, level, stock }: SearchParams) =>
  Boolean(kind || when || from || to || stock) || outlet.length > 0 || level.length > 0;

/** The address of a search; only what differs from the ordinary stands in it. */
export function searchHref(params: Partial<SearchParams>, change: Partial<SearchParams> = {}): string {
  const { q, kind, when, from, to, outlet = [], level = [], stock, sort, after } = { ...params, ...change };
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  for (const [key, value] of Object.entries({ kind, when, from, to, stock })) if (value) query.set(key, value);
  for (const slug of outlet) query.append("outlet", slug);
  for (const one of level) query.append("level", one);
  if (sort === "best") query.set("sort", sort);
  if (after) query.set("after", after);
  const text = query.toString();
  return text ? `/search?${text}` : "/search";
}
