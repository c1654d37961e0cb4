import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { articles, revisions } from "./articles";
import { createdAt, instant, updatedAt } from "./columns";
import { users } from "./users";

/**
 * What a person is writing and has not saved: one copy for each article and person, so that two autosaves never meet.
 * Readers never see it. It may belong to an article that does not exist yet: its id was made by the browser.
 */
export const workingCopies = pgTable(
  "working_copies",
  {
    articleId: uuid("article_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The article's version that the writer began with; 0 for a new one. */
    baseVersion: integer("base_version").notNull(),
    /** The form as it stands, unchecked and unsanitised: it is only ever shown to its writer's own editor. */
    fields: jsonb("fields").notNull().$type<Record<string, unknown>>(),
    /** Counts the writer's edits; an older one that arrives late changes nothing. */
    seq: integer("seq").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.userId] }), index("working_copies_user_idx").on(t.userId, t.updatedAt)],
);

/**
 * What was pasted, as it came from the clipboard. Belongs to the version that its writer saved next; until then to
 * nobody's eyes but theirs. Untrusted HTML: only ever shown in a frame that may do nothing.
 */
export const pastes = pgTable(
  "pastes",
  {
    /** Made by the browser, so that the same one sent twice is kept once. */
    id: uuid("id").primaryKey(),
    articleId: uuid("article_id").notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    /** Null while it is in no version. */
    version: integer("version"),
    html: text("html").notNull(),
    /** What the editor did not take of it. */
    dropped: jsonb("dropped").notNull().$type<{ what: string; count: number }[]>(),
    createdAt: createdAt(),
  },
  (t) => [
    index("pastes_version_idx").on(t.articleId, t.version),
    index("pastes_unsaved_idx").on(t.userId, t.createdAt).where(sql`${t.version} is null`),
    foreignKey({
      name: "pastes_revision_fk",
      columns: [t.articleId, t.version],
      foreignColumns: [revisions.articleId, revisions.version],
    }).onDelete("cascade"),
  ],
);

/** Who has an article open. A row that was not renewed for a while means nothing. */
export const presence = pgTable(
  "presence",
  {
    articleId: uuid("article_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Whether there is text that is not saved. */
    isWriting: boolean("is_writing").notNull().default(false),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.userId] })],
);

/** Secret links under which outsiders see an article before it is public. Only a hash of the token is stored. */
export const previewLinks = pgTable(
  "preview_links",
  {
    /** SHA-256 of the token, hex. */
    tokenHash: text("token_hash").primaryKey(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    expiresAt: instant("expires_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("preview_links_article_idx").on(t.articleId)],
);

/** Suggested securities that an editor turned down for an article; they are not suggested again. */
export const mentionRejections = pgTable(
  "mention_rejections",
  {
    articleId: uuid("article_id").notNull(),
    symbol: text("symbol").notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.symbol] })],
);
