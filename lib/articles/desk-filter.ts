import "server-only";
import { and, eq, gte, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { DeskSort } from "@/lib/articles/desk-params";
import { deskLines } from "@/lib/db/schema";

export type DeskFilter = {
  /** Unsaid: all but the trash. */
  status?: (typeof deskLines.$inferSelect)["status"] | undefined;
  kind?: "story" | "flash" | undefined;
  level?: number | undefined;
  categoryId?: string | undefined;
  /** Who began it; null: no person did. */
  author?: string | null | undefined;
  /** Only what this person began, whatever else is asked for. */
  ownedBy?: string | undefined;
  lacks?: "source" | "summary" | undefined;
  /** The time that `from` (included) and `until` (not included) are about. */
  by?: "updated" | "published" | "created" | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  words?: string | undefined;
  /** `text`: the words are looked for in what readers find, title and text of public articles; else in titles of all. */
  scope?: "text" | undefined;
};

const SORTED = {
  updated: deskLines.updatedAt,
  published: deskLines.datedAt,
  created: deskLines.createdAt,
  length: deskLines.titleLength,
} as const;
const LACKS = { source: deskLines.lacksSource, summary: deskLines.lacksSummary };

/** The column that a list is sorted by. */
export const timeOrLength = (sort: DeskSort) => SORTED[sort];

/** A row's place, written. Times in microseconds, as stored: many imported rows share one millisecond. */
export const keyOf = (sort: DeskSort) =>
  sort === "length"
    ? sql<string>`${deskLines.titleLength}::text`
    : sql<string>`(extract(epoch from ${SORTED[sort]}) * 1000000)::bigint::text`;

/** A written place, as the column has it. */
export const placeValue = (sort: DeskSort, key: string): SQL =>
  sort === "length"
    ? sql`least(${key}::bigint, 2147483647)::int`
    : sql`timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond'`;

/** A filter's range of time where that is a range of the list's own order, so that reading can begin at its edge. */
export function rangeConditions({ by = "updated", from, until }: DeskFilter, sort: DeskSort): SQL | undefined {
  if (by !== sort) return undefined;
  return and(from && gte(SORTED[by], from), until && lt(SORTED[by], until));
}

/** Everything of a filter but its words. */
export function filterConditions(filter: DeskFilter): SQL | undefined {
  const { status, kind, level, categoryId, author, ownedBy, lacks } = filter;
  return and(
    status ? eq(deskLines.status, status) : ne(deskLines.status, "trashed"),
    kind && eq(deskLines.kind, kind),
    level ? eq(deskLines.level, level) : undefined,
    categoryId ? eq(deskLines.categoryId, categoryId) : undefined,
    author === null ? isNull(deskLines.createdBy) : undefined,
    author ? eq(deskLines.createdBy, author) : undefined,
    ownedBy ? eq(deskLines.createdBy, ownedBy) : undefined,
    lacks && sql`${LACKS[lacks]}`,
    rangeConditions(filter, filter.by ?? "updated"),
  );
}
