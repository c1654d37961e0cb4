import { sql } from "drizzle-orm";
import { check, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { articles } from "./articles";
import { instant, updatedAt } from "./columns";

/** Who arranged the home page last: one row, made by the first arrangement. */
export const frontArrangement = pgTable(
  "front_arrangement",
  {
    id: smallint("id").primaryKey().default(1),
    /** Bumped by every arrangement; who has not seen the newest loses with `conflict`. */
    version: integer("version").notNull(),
    actorName: text("actor_name").notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [check("front_arrangement_one_row", sql`${t.id} = 1`)],
);

/** Stories that an editor put on the home page. One that is over, or not public any more, stays here and is not shown. */
export const frontPlacements = pgTable(
  "front_placements",
  {
    /** 0 leads, 1–6 are pinned beside it. */
    position: smallint("position").primaryKey(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** Null: until somebody takes it away. */
    endsAt: instant("ends_at"),
    placedBy: text("placed_by").notNull(),
    placedAt: instant("placed_at").notNull(),
  },
  (t) => [
    uniqueIndex("front_placements_article_key").on(t.articleId),
    check("front_placements_position", sql`${t.position} between 0 and 6`),
  ],
);

export const BAR_KINDS = ["breaking", "live", "important"] as const;

/** The line of breaking news above the fronts: one at most, and always with an end. */
export const frontBar = pgTable(
  "front_bar",
  {
    slot: smallint("slot").primaryKey().default(1),
    /** New with every change; who has not seen the newest loses with `conflict`. */
    id: uuid("id").notNull().$defaultFn(uuidv7),
    kind: text("kind", { enum: BAR_KINDS }).notNull(),
    text: text("text").notNull(),
    /** What it leads to: an article, with which it also disappears, or another page of this site, or nothing. */
    articleId: uuid("article_id").references(() => articles.id, { onDelete: "cascade" }),
    toPath: text("to_path"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    raisedBy: text("raised_by").notNull(),
  },
  (t) => [
    check("front_bar_one_row", sql`${t.slot} = 1`),
    check("front_bar_kind", sql`${t.kind} in ('breaking', 'live', 'important')`),
    check("front_bar_one_target", sql`num_nonnulls(${t.articleId}, ${t.toPath}) <= 1`),
  ],
);
