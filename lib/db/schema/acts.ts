import { sql } from "drizzle-orm";
import { bigserial, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, id, instant } from "./columns";
import { users } from "./users";

export const REPORT_STATUSES = ["open", "accepted", "rejected"] as const;
export const CORRECTION_KINDS = ["facts", "addition", "wording"] as const;

/** What a reader says is wrong with an article. Nothing tells who the reader is but what they wrote themselves. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** The article's version at that time. */
    version: integer("version").notNull(),
    /** The sentence as the reader gave it; may be empty. */
    quote: text("quote").notNull(),
    message: text("message").notNull(),
    /** How to reach the reader, if they said so. Only the newsroom sees it. */
    contact: text("contact").notNull().default(""),
    /** SHA-256 of the token in the reader's link, hex. */
    tokenHash: text("token_hash").notNull(),
    status: text("status", { enum: REPORT_STATUSES }).notNull().default("open"),
    /** What the reader is told. */
    answer: text("answer").notNull().default(""),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("reports_token_key").on(t.tokenHash),
    index("reports_queue_idx").on(t.status, t.createdAt, t.id),
    index("reports_article_idx").on(t.articleId),
    check("reports_status", sql`${t.status} in ('open', 'accepted', 'rejected')`),
    check("reports_answered", sql`(${t.status} = 'open') = (${t.answeredAt} is null)`),
  ],
);

/** What was wrong in a published article and is right now; stands in public with it. */
export const corrections = pgTable(
  "corrections",
  {
    id: id(),
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** The revision that holds the corrected text. */
    version: integer("version").notNull(),
    kind: text("kind", { enum: CORRECTION_KINDS }).notNull(),
    note: text("note").notNull(),
    /** Why it was wrong. */
    reason: text("reason").notNull(),
    /** The reader's report that led to it. */
    reportId: uuid("report_id").references(() => reports.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [
    index("corrections_list_idx").on(t.createdAt, t.id),
    index("corrections_article_idx").on(t.articleId, t.createdAt),
    check("corrections_kind", sql`${t.kind} in ('facts', 'addition', 'wording')`),
  ],
);

/** How much a takedown destroyed. */
export type Removed = {
  versions: number;
  characters: number;
  pictures: number;
  imports: number;
  drafts: number;
  pastes: number;
  previews: number;
  corrections: number;
  reports: number;
};

/** The stamped record of a takedown. It holds nothing of what was removed but its fingerprint. */
export const takedowns = pgTable(
  "takedowns",
  {
    id: id(),
    /** As readers and lawyers name it: 第 12 号. */
    number: bigserial("number", { mode: "number" }).notNull(),
    /** What is left of the article: an empty row that keeps its address. */
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "restrict" }),
    /** Who asked for it, as readers may know: a court, an office, "当事人". */
    requester: text("requester").notNull(),
    reason: text("reason").notNull(),
    /** Number of the document, law or contract; may be empty. */
    basis: text("basis").notNull().default(""),
    /** SHA-256, hex, of `title\n\nsummary\n\nbody` in UTF-8 as the article last stood. */
    sha256: text("sha256").notNull(),
    removed: jsonb("removed").notNull().$type<Removed>(),
    /** Addresses that answered with something of it: what a cache in front of the site has to forget. */
    addresses: jsonb("addresses").notNull().$type<string[]>(),
    /**
     * SHA-256, hex, of decoded paths that answered until then and held words of the article, such as the list of a tag of
     * its own: they answer 410, and what they said is kept nowhere.
     */
    goneHashes: text("gone_hashes").array().notNull().default([]),
    /** `user:<id>` or `system:<job>`. */
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index("takedowns_gone_idx").using("gin", t.goneHashes),
    uniqueIndex("takedowns_article_key").on(t.articleId),
    uniqueIndex("takedowns_number_key").on(t.number),
    index("takedowns_list_idx").on(t.createdAt, t.id),
  ],
);
