import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ARTICLE_KINDS, ARTICLE_STATUSES, articles } from "./articles";
import { createdAt, id, instant, updatedAt } from "./columns";
import { users } from "./users";

/**
 * What the desk's list shows, sorts and filters by: one narrow row for each article, so that a list of a million
 * never touches a body. Triggers of `articles` keep it in the writer's own transaction; nobody else writes it. Titles
 * are found by `title_grams(title)`, an index that drizzle cannot express (see the migration that makes it).
 */
export const deskLines = pgTable(
  "desk_lines",
  {
    articleId: uuid("article_id")
      .primaryKey()
      .references(() => articles.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** In characters. */
    titleLength: integer("title_length").notNull(),
    kind: text("kind", { enum: ARTICLE_KINDS }).notNull(),
    level: integer("level").notNull(),
    status: text("status", { enum: ARTICLE_STATUSES }).notNull(),
    categoryId: uuid("category_id").notNull(),
    createdBy: uuid("created_by"),
    wordCount: integer("word_count").notNull(),
    version: integer("version").notNull(),
    /** A story without the outlet or the summary that it should have; flashes have none. */
    lacksSource: boolean("lacks_source").notNull(),
    lacksSummary: boolean("lacks_summary").notNull(),
    publishAt: instant("publish_at"),
    /** `publish_at`, or 1970 while there is none: undated articles come last by date, and a place can be named. */
    datedAt: instant("dated_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    index("desk_lines_updated_idx").on(t.updatedAt, t.articleId),
    index("desk_lines_dated_idx").on(t.datedAt, t.articleId),
    index("desk_lines_created_idx").on(t.createdAt, t.articleId),
    index("desk_lines_length_idx").on(t.titleLength, t.articleId),
    index("desk_lines_status_idx").on(t.status).where(sql`${t.status} <> 'published'`),
    index("desk_lines_category_idx").on(t.categoryId),
    index("desk_lines_author_idx").on(t.createdBy).where(sql`${t.createdBy} is not null`),
    index("desk_lines_level_idx").on(t.level).where(sql`${t.level} > 1`),
    index("desk_lines_source_idx").on(t.lacksSource).where(sql`${t.lacksSource}`),
    index("desk_lines_summary_idx").on(t.lacksSummary).where(sql`${t.lacksSummary}`),
  ],
);

/** A list under a name: what stands behind the `?` of its address. */
export const deskViews = pgTable(
  "desk_views",
  {
    id: id(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** As the list writes it, without a place in it: `status=draft&sort=created`. */
    query: text("query").notNull(),
    /** Whether everyone of the newsroom has it. */
    isShared: boolean("is_shared").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("desk_views_owner_name_key").on(t.ownerId, t.name),
    index("desk_views_shared_idx").on(t.createdAt).where(sql`${t.isShared}`),
    check("desk_views_name_not_empty", sql`${t.name} <> ''`),
  ],
);

export const BULK_ACTS = ["publish", "unpublish", "recategorise", "tag", "trash", "restore", "undo"] as const;
export const BULK_STATES = ["waiting", "done", "failed"] as const;

/** One act upon many articles, done one article after the other by whichever process is there. */
export const bulkActs = pgTable(
  "bulk_acts",
  {
    /** Made by the browser, so that the same act sent twice is one. */
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    act: text("act", { enum: BULK_ACTS }).notNull(),
    /** What the act needs besides articles: a reason, an outlet, tags. */
    input: jsonb("input").notNull().$type<Record<string, unknown>>(),
    /** The act that this one takes back. */
    undoes: uuid("undoes"),
    createdAt: createdAt(),
    /** Null while articles are waiting. */
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("bulk_acts_open_idx").on(t.createdAt).where(sql`${t.finishedAt} is null`),
    uniqueIndex("bulk_acts_undoes_key").on(t.undoes),
    check(
      "bulk_acts_act",
      sql`${t.act} in ('publish', 'unpublish', 'recategorise', 'tag', 'trash', 'restore', 'undo')`,
    ),
  ],
);

export const bulkItems = pgTable(
  "bulk_items",
  {
    bulkId: uuid("bulk_id")
      .notNull()
      .references(() => bulkActs.id, { onDelete: "cascade" }),
    /** Articles are done in this order. */
    position: integer("position").notNull(),
    articleId: uuid("article_id").notNull(),
    /** The version that the person saw; a newer one is left alone. */
    version: integer("version").notNull(),
    state: text("state", { enum: BULK_STATES }).notNull().default("waiting"),
    /** Why it failed, fit to be shown. */
    fault: text("fault").notNull().default(""),
    /** The version that the act made, and what was there before: what taking it back needs. */
    madeVersion: integer("made_version"),
    before: jsonb("before").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkId, t.position] }),
    index("bulk_items_waiting_idx").on(t.bulkId, t.position).where(sql`${t.state} = 'waiting'`),
    check("bulk_items_state", sql`${t.state} in ('waiting', 'done', 'failed')`),
  ],
);
