import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, instant } from "./columns";

/** Views of all reader pages by the hour, kept for ever: a year is 8,760 rows. */
export const siteViews = pgTable("site_views", {
  hour: instant("hour").primaryKey(),
  views: integer("views").notNull(),
});

/** Views of an article on a day of Beijing; rolled up into months after a while. */
export const articleViews = pgTable(
  "article_views",
  {
    day: date("day", { mode: "string" }).notNull(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    views: integer("views").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.articleId] }),
    index("article_views_article_idx").on(t.articleId, t.day, t.views),
    index("article_views_top_idx").on(t.day, t.views),
  ],
);

/**
 * The same by the hour, for spans that end now; forgotten after eight days. The key is in the order of time, so a span is
 * one range and what is old goes by ranges. No foreign key: it would be asked for each row of a batch, and a row of an
 * article that is not there does no harm.
 */
export const articleViewHours = pgTable(
  "article_view_hours",
  {
    hour: instant("hour").notNull(),
    articleId: uuid("article_id").notNull(),
    views: integer("views").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hour, t.articleId] })],
);

export const MOST_READ_SPANS = ["day", "week"] as const;

/** Which articles were read most, first place first, as the worker last counted: see lib/most-read. */
export const mostRead = pgTable(
  "most_read",
  {
    span: text("span", { enum: MOST_READ_SPANS }).notNull(),
    place: smallint("place").notNull(),
    articleId: uuid("article_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.span, t.place] }), check("most_read_span", sql`${t.span} in ('day', 'week')`)],
);

/** What became of `article_views`: the first day of the month, one row for each article that was read in it. */
export const articleMonthViews = pgTable(
  "article_month_views",
  {
    month: date("month", { mode: "string" }).notNull(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    views: integer("views").notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.month] })],
);

/** Addresses that were asked for and are not there, by day. A bounded number of them is kept, and for a fortnight. */
export const missingHits = pgTable(
  "missing_hits",
  {
    day: date("day", { mode: "string" }).notNull(),
    /** Decoded path without query. */
    path: text("path").notNull(),
    hits: integer("hits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.path] })],
);

/** Missing addresses that the desk has looked at and wants to hear of no more. */
export const missingIgnored = pgTable("missing_ignored", {
  path: text("path").primaryKey(),
  ignoredBy: text("ignored_by").notNull(),
  createdAt: createdAt(),
});
