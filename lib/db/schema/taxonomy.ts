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
import { tags } from "./articles";
import { categories } from "./categories";
import { createdAt, instant } from "./columns";
import { media } from "./media";

/** The picture that stands at the head of an outlet's page. */
export const categoryLogos = pgTable(
  "category_logos",
  {
    categoryId: uuid("category_id")
      .primaryKey()
      .references(() => categories.id, { onDelete: "cascade" }),
    mediaId: uuid("media_id")
      .notNull()
      .references(() => media.id, { onDelete: "restrict" }),
  },
  (t) => [index("category_logos_media_idx").on(t.mediaId)],
);

export const ALIAS_ORIGINS = ["import", "slug", "name", "desk"] as const;

/** Every other name of a tag, former addresses among them. */
export const tagAliases = pgTable(
  "tag_aliases",
  {
    /** The alias as a slug: two spellings of one slug are one alias. */
    key: text("key").primaryKey(),
    /** As it was written. */
    alias: text("alias").notNull(),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    /** `slug`: a former address, which stays; `name`: a former name; `desk`: added by hand. */
    origin: text("origin", { enum: ALIAS_ORIGINS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("tag_aliases_tag_idx").on(t.tagId)],
);

/** What a tag was split into: whoever writes the old one gives an article all of these. */
export const tagParts = pgTable(
  "tag_parts",
  {
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    partId: uuid("part_id")
      .notNull()
      .references(() => tags.id, { onDelete: "restrict" }),
  },
  (t) => [primaryKey({ columns: [t.tagId, t.partId] }), index("tag_parts_part_idx").on(t.partId)],
);

export const TAXONOMY_KINDS = ["merge", "split"] as const;
export const TAXONOMY_SUBJECTS = ["category", "tag"] as const;
/** Which articles of a list an act takes; unsaid: all. */
export type Criteria = { sources?: string[]; words?: string; from?: string; until?: string; tagId?: string };

/** One merge or split. What it did stands in `taxonomy_moves`, so that it can be taken back at any time. */
export const taxonomyActs = pgTable(
  "taxonomy_acts",
  {
    /** Made by the browser, so that the same act sent twice is one. */
    id: uuid("id").primaryKey(),
    kind: text("kind", { enum: TAXONOMY_KINDS }).notNull(),
    subject: text("subject", { enum: TAXONOMY_SUBJECTS }).notNull(),
    fromId: uuid("from_id").notNull(),
    toIds: uuid("to_ids").array().notNull(),
    criteria: jsonb("criteria").$type<Criteria>().notNull().default({}),
    /** Whether it took the address of what it emptied: a merge, or a tag that was replaced by its parts. */
    retires: boolean("retires").notNull(),
    /** People who got the rights of the outlet that took the articles in. */
    granted: uuid("granted").array().notNull().default([]),
    /** Articles it moves: counted when it was begun, and exactly once they are listed. */
    articles: integer("articles").notNull(),
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    createdAt: createdAt(),
    /** When its articles were listed in `taxonomy_moves`. */
    plannedAt: instant("planned_at"),
    finishedAt: instant("finished_at"),
    /** Taken back: by whom, and when its articles were all back. */
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    undoFinishedAt: instant("undo_finished_at"),
  },
  (t) => [
    index("taxonomy_acts_list_idx").on(t.createdAt, t.id),
    index("taxonomy_acts_from_idx").on(t.fromId),
    index("taxonomy_acts_to_idx").using("gin", t.toIds),
    index("taxonomy_acts_open_idx")
      .on(t.createdAt)
      .where(sql`${t.finishedAt} is null or (${t.undoneAt} is not null and ${t.undoFinishedAt} is null)`),
    check("taxonomy_acts_kind", sql`${t.kind} in ('merge', 'split')`),
    check("taxonomy_acts_subject", sql`${t.subject} in ('category', 'tag')`),
  ],
);

export const MOVE_STATES = ["waiting", "moved", "back", "left"] as const;

/** What an act did with one article. `left`: the article stood elsewhere by then, and stays there. */
export const taxonomyMoves = pgTable(
  "taxonomy_moves",
  {
    actId: uuid("act_id")
      .notNull()
      .references(() => taxonomyActs.id, { onDelete: "cascade" }),
    /** Newest articles first. */
    position: integer("position").notNull(),
    /** No foreign key: listing a hundred thousand would lock as many articles, and wait for each that is being written. */
    articleId: uuid("article_id").notNull(),
    state: text("state", { enum: MOVE_STATES }).notNull().default("waiting"),
    /** Tags that the act gave the article and that it had not before. */
    added: uuid("added").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.actId, t.position] }),
    index("taxonomy_moves_open_idx").on(t.actId, t.state, t.position),
    uniqueIndex("taxonomy_moves_article_key").on(t.articleId, t.actId),
    check("taxonomy_moves_state", sql`${t.state} in ('waiting', 'moved', 'back', 'left')`),
  ],
);
