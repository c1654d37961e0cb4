import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
import { categories } from "./categories";
import { createdAt, id, instant, updatedAt } from "./columns";

export const ARTICLE_KINDS = ["story", "flash"] as const;
export const ARTICLE_STATUSES = ["draft", "in_review", "scheduled", "published", "withdrawn", "trashed"] as const;

/** Withdrawn or taken down, or in the bin after readers knew it. */
const wasTakenBack = (t: Record<"status" | "trashedFrom" | "publishAt", AnyPgColumn>) =>
  sql`(${t.status} = 'withdrawn' or ${t.status} = 'trashed' and ${t.trashedFrom} in ('published', 'withdrawn')) and ${t.publishAt} is not null`;

export const articles = pgTable(
  "articles",
  {
    id: id(),
    slug: text("slug").notNull(),
    kind: text("kind", { enum: ARTICLE_KINDS }).notNull().default("story"),
    /** 1 普通, 2 重要, 3 特别重要. */
    level: integer("level").notNull().default(1),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    /** Sanitised HTML of the grammar in lib/content; never written unsanitised. */
    bodyHtml: text("body_html").notNull().default(""),
    /** Characters a reader sees in the body, blanks left out. */
    wordCount: integer("word_count").notNull().default(0),
    status: text("status", { enum: ARTICLE_STATUSES }).notNull().default("draft"),
    /** Where a trashed article returns to. */
    trashedFrom: text("trashed_from", { enum: ARTICLE_STATUSES }),
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "restrict" }),
    /** The outlet named in the text （文章来源：X）; empty when none is. */
    sourceName: text("source_name").notNull().default(""),
    originalUrl: text("original_url").notNull().default(""),
    editorName: text("editor_name").notNull().default(""),
    /** When readers may first see it. In the future only while `scheduled`. */
    publishAt: instant("publish_at"),
    /** When a reader's text last changed after publication; null when it never did. */
    revisedAt: instant("revised_at"),
    withdrawnReason: text("withdrawn_reason"),
    /** When it was withdrawn; null also for a withdrawal of older code, whose last write was that. */
    withdrawnAt: instant("withdrawn_at"),
    /** Set by a takedown: the row is empty, keeps its address and cannot be written any more. It stands as withdrawn. */
    takenDownAt: instant("taken_down_at"),
    /** Bumped by every write; a stale editor tab loses with `conflict`. */
    version: integer("version").notNull().default(1),
    /** Null for imports and jobs. */
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("articles_slug_key").on(t.slug),
    /** Slugs with capitals, for who asks for them without. */
    index("articles_slug_case_idx").on(sql`lower(${t.slug})`).where(sql`${t.slug} <> lower(${t.slug})`),
    /** Days of the archive that lost their last article. */
    index("articles_left_day_idx").on(t.publishAt).where(sql`${t.status} in ('withdrawn', 'trashed')`),
    index("articles_timeline_idx").on(t.kind, t.publishAt, t.id).where(sql`${t.status} = 'published'`),
    index("articles_category_idx").on(t.categoryId, t.publishAt, t.id).where(sql`${t.status} = 'published'`),
    /** The public record of withdrawals. */
    index("articles_withdrawn_idx")
      .on(sql`coalesce(${t.withdrawnAt}, ${t.updatedAt})`, t.id)
      .where(sql`${t.status} = 'withdrawn' and ${t.takenDownAt} is null`),
    /** What was published by day, outlet and kind, without a look at the rows. */
    index("articles_published_idx").on(t.publishAt, t.categoryId, t.kind).where(sql`${t.status} = 'published'`),
    /** Flashes that are marked as important, and those that were withdrawn: both keep a place in the list of flashes. */
    index("articles_important_idx")
      .on(t.publishAt, t.id)
      .where(sql`${t.status} = 'published' and ${t.kind} = 'flash' and ${t.level} > 1`),
    index("articles_withdrawn_flashes_idx")
      .on(t.publishAt, t.id)
      .where(sql`${t.status} = 'withdrawn' and ${t.kind} = 'flash' and ${t.takenDownAt} is null`),
    /** Flashes of the highest level, whose feed would else look through all important ones. */
    index("articles_top_idx")
      .on(t.publishAt, t.id)
      .where(sql`${t.status} = 'published' and ${t.kind} = 'flash' and ${t.level} = 3`),
    /** What was taken back, by its place in lists and by when that was: feeds say so. */
    index("articles_gone_place_idx").on(t.publishAt, t.id).where(wasTakenBack(t)),
    index("articles_gone_idx").on(sql`coalesce(${t.withdrawnAt}, ${t.updatedAt})`, t.id).where(wasTakenBack(t)),
    /** What is due next. */
    index("articles_due_idx").on(t.publishAt).where(sql`${t.status} = 'scheduled'`),
    check("articles_public_has_date", sql`${t.status} not in ('scheduled', 'published') or ${t.publishAt} is not null`),
    check("articles_level", sql`${t.level} between 1 and 3`),
    check("articles_slug_not_empty", sql`${t.slug} <> ''`),
    check("articles_kind", sql`${t.kind} in ('story', 'flash')`),
    check(
      "articles_status",
      sql`${t.status} in ('draft', 'in_review', 'scheduled', 'published', 'withdrawn', 'trashed')`,
    ),
  ],
);

/** One saved version of an article. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** The article's version that this row holds. */
    version: integer("version").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    bodyHtml: text("body_html").notNull(),
    /** The other fields an editor can change: slug, level, categoryId, tags, mentions … */
    fields: jsonb("fields").notNull().$type<Record<string, unknown>>(),
    status: text("status", { enum: ARTICLE_STATUSES }).notNull(),
    /** `user:<id>` or `system:<job>`. */
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    reason: text("reason").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("revisions_article_version_key").on(t.articleId, t.version)],
);

export const tags = pgTable(
  "tags",
  {
    id: id(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** The tag whose page took this one's place. Null while it stands on its own. */
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => tags.id, { onDelete: "restrict" }),
    /** Bumped by every write of its form; who has not seen the newest loses with `conflict`. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("tags_slug_key").on(t.slug),
    uniqueIndex("tags_name_key").on(t.name),
    /** The desk's list, in any database's locale. */
    index("tags_place_idx").on(sql`(${t.slug} collate "C")`),
    index("tags_merged_idx").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
  ],
);

export const articleTags = pgTable(
  "article_tags",
  {
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    tagId: uuid("tag_id")
      .notNull()
      .references(() => tags.id, { onDelete: "cascade" }),
    /** The article's publish_at while it is public, else null: a tag's list is one index scan. */
    listedAt: instant("listed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.tagId] }),
    /** A tag's articles in every state: what the desk counts, and what a merge takes along. */
    index("article_tags_tag_idx").on(t.tagId),
    index("article_tags_list_idx").on(t.tagId, t.listedAt, t.articleId).where(sql`${t.listedAt} is not null`),
  ],
);
