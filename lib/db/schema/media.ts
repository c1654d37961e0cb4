import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, id, updatedAt } from "./columns";
import { users } from "./users";

export const MEDIA_STATUSES = ["processing", "ready", "failed"] as const;

/** One made size of a picture. `slot` stands in its address; a picture that is smaller fills it with what it has. */
export type Variant = { slot: number; format: "avif" | "webp"; width: number; height: number; bytes: number };

export const media = pgTable(
  "media",
  {
    id: id(),
    /** Of the original's bytes, hex: the same picture twice is one row. */
    sha256: text("sha256").notNull(),
    name: text("name").notNull(),
    mime: text("mime").notNull(),
    bytes: integer("bytes").notNull(),
    /** As shown, the camera's orientation applied. */
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** Base64; a blurred likeness in some 25 bytes. Null until processed. */
    thumbhash: text("thumbhash"),
    alt: text("alt").notNull().default(""),
    caption: text("caption").notNull().default(""),
    credit: text("credit").notNull().default(""),
    /** The last day on which we may show it. */
    rightsUntil: date("rights_until", { mode: "string" }),
    status: text("status", { enum: MEDIA_STATUSES }).notNull().default("processing"),
    /** Why processing failed, fit to be shown. */
    fault: text("fault"),
    /** Begun processings; one that ends with the process leaves only this trace. */
    attempts: integer("attempts").notNull().default(0),
    /** Bumped when the file is replaced; each one's files lie apart. */
    generation: integer("generation").notNull().default(1),
    variants: jsonb("variants").notNull().$type<Variant[]>().default([]),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("media_sha256_key").on(t.sha256),
    index("media_waiting_idx").on(t.id).where(sql`${t.status} <> 'ready'`),
    index("media_rights_idx").on(t.rightsUntil).where(sql`${t.rightsUntil} is not null`),
    check("media_status", sql`${t.status} in ('processing', 'ready', 'failed')`),
    check("media_size", sql`${t.width} > 0 and ${t.height} > 0 and ${t.bytes} > 0`),
  ],
);

/** Where a picture is used. A row stays when the text drops the picture, because older versions still show it. */
export const articleMedia = pgTable(
  "article_media",
  {
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    mediaId: uuid("media_id")
      .notNull()
      .references(() => media.id, { onDelete: "restrict" }),
    /** Whether the text as it stands shows it. */
    inText: boolean("in_text").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.mediaId] }), index("article_media_media_idx").on(t.mediaId)],
);
