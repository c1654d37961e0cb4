import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "./columns";

export const ROLES = ["admin", "editor", "author"] as const;

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
    /** Bumped by a new password or a disabled account; a session made under an older number is out at its next request. */
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("users_email_key").on(t.email),
    check("users_email_lower", sql`${t.email} = lower(${t.email})`),
    check("users_role", sql`${t.role} in ('admin', 'editor', 'author')`),
  ],
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
