import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "./columns";

export const INDEXING = ["index", "noindex"] as const;
export const FEED_TEXTS = ["full", "summary"] as const;

/** An outlet or section that articles stand under. */
export const categories = pgTable(
  "categories",
  {
    id: id(),
    /** Pinyin without blanks, lower case: `huaxiashibao`. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Key of the A–Z directory: pinyin of the name in lower case; its first letter is the heading, `#` for others. */
    pinyin: text("pinyin").notNull(),
    description: text("description").notNull().default(""),
    /** Published articles, kept by a statement trigger on `articles`. */
    publishedCount: integer("published_count").notNull().default(0),
    newestAt: instant("newest_at"),
    /** Whether search engines may list its pages and articles. */
    indexing: text("indexing", { enum: INDEXING }).notNull().default("index"),
    /** Whether news search (Google News) may; only asked where search engines may at all. */
    inNews: boolean("in_news").notNull().default(true),
    /** Whether crawlers that gather texts for language models may. */
    aiCrawlers: boolean("ai_crawlers").notNull().default(false),
    /** How much of an article its licence lets feeds and the API give away. */
    feedText: text("feed_text", { enum: FEED_TEXTS }).notNull().default("summary"),
    /** The outlet that took this one in: its articles, its address and its names. Null while it stands on its own. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => categories.id, { onDelete: "restrict" }),
    /** Bumped by every write of its form; who has not seen the newest loses with `conflict`. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("categories_slug_key").on(t.slug),
    uniqueIndex("categories_name_key").on(t.name),
    index("categories_pinyin_idx").on(t.pinyin),
    index("categories_merged_idx").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    check("categories_slug_not_empty", sql`${t.slug} <> ''`),
    check("categories_indexing", sql`${t.indexing} in ('index', 'noindex')`),
    check("categories_feed_text", sql`${t.feedText} in ('full', 'summary')`),
  ],
);

/** Every other name of an outlet: slugs as they were written, `21shijijingjibaodao 21caijingAPP`, and former names. */
export const categoryAliases = pgTable(
  "category_aliases",
  {
    alias: text("alias").primaryKey(),
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
    /** `import`: of the old site, `slug`: a former address; both stay. `name`: a former name; `desk`: added by hand. */
    origin: text("origin", { enum: ["import", "slug", "name", "desk"] })
      .notNull()
      .default("import"),
    createdAt: createdAt(),
  },
  (t) => [
    index("category_aliases_category_idx").on(t.categoryId),
    index("category_aliases_case_idx").on(sql`lower(${t.alias})`),
  ],
);
