import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { categories } from "./categories";
import { createdAt, id, instant, updatedAt } from "./columns";

export const ROLES = ["admin", "editor", "author", "contributor"] as const;

export const users = pgTable(
  "users",
  {
    id: id(),
    /** Sign-in name, stored in lower case. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    /** argon2id in PHC string format. */
    passwordHash: text("password_hash").notNull(),
    /** Bumped whenever all sessions are to end; one made under an older number is out at its next request. */
    sessionVersion: integer("session_version").notNull().default(1),
    /**
     * Base32. Readable by the program, which must compute the codes; it counts from `totp_enabled_at` on, before that
     * the person is still setting it up.
     */
    totpSecret: text("totp_secret"),
    totpEnabledAt: instant("totp_enabled_at"),
    /** The half minute, counted from 1970, whose code was used last: no code works twice. */
    totpLastStep: bigint("totp_last_step", { mode: "number" }).notNull().default(0),
    lastSeenAt: instant("last_seen_at"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_role", sql`${t.role} in ('admin', 'editor', 'author', 'contributor')`),
  ],
);

/** The categories that a person is limited to. Somebody without a row works in all of them. */
export const userCategories = pgTable(
  "user_categories",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.userId, t.categoryId] }), index("user_categories_category_idx").on(t.categoryId)],
);

/** One-time links that create the first administrator. Only a hash of the token is stored. */
export const setupTokens = pgTable("setup_tokens", {
  /** SHA-256 of the token, hex. */
  tokenHash: text("token_hash").primaryKey(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
  createdAt: createdAt(),
});

/** Counters of failed sign-ins, per account and per address, shared by all instances. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    /** When the counter starts again from zero. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("rate_limits_expires_idx").on(t.expiresAt)],
);
