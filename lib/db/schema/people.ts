import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { ROLES, users } from "./users";

/** One signed-in browser. Its cookie means nothing without this row. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The account's `session_version` at sign-in; another one since then ends the session. */
    version: integer("version").notNull(),
    userAgent: text("user_agent").notNull(),
    /** Where it was last seen: `203.0.113.*`; the whole address is not kept. */
    network: text("network").notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_user_idx").on(t.userId, t.lastSeenAt), index("sessions_expires_idx").on(t.expiresAt)],
);

/** What stands in for the second step when the telephone is gone: each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** SHA-256, hex; the codes are random enough for that. */
    codeHash: text("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

export const LINK_PURPOSES = ["invite", "password"] as const;

/** One-time links that make an account or give it a new password. Only a hash of the token is stored. */
export const accountLinks = pgTable(
  "account_links",
  {
    /** SHA-256 of the token, hex. */
    tokenHash: text("token_hash").primaryKey(),
    purpose: text("purpose", { enum: LINK_PURPOSES }).notNull(),
    email: text("email").notNull(),
    /** What an invited person will be. */
    role: text("role", { enum: ROLES }),
    categoryIds: uuid("category_ids").array().notNull().default(sql`'{}'`),
    /** Whose password; null for an invitation that nobody took up. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("account_links_email_idx").on(t.email),
    check("account_links_purpose", sql`${t.purpose} in ('invite', 'password')`),
    check("account_links_whole", sql`(${t.purpose} = 'invite') = (${t.role} is not null)`),
  ],
);

/** Mail that waits to be sent. The text, which may hold a secret link, goes when it was sent or given up. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** What it is about: the hash of a link. */
    about: text("about").notNull(),
    tries: integer("tries").notNull().default(0),
    /** Null when nothing is to be done any more. */
    nextTryAt: instant("next_try_at"),
    sentAt: instant("sent_at"),
    fault: text("fault").notNull().default(""),
    createdAt: createdAt(),
  },
  (t) => [
    index("mails_waiting_idx").on(t.nextTryAt).where(sql`${t.nextTryAt} is not null`),
    index("mails_about_idx").on(t.about),
  ],
);
