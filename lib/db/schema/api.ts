import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns";
import { users } from "./users";

export const TOKEN_SCOPES = ["read", "full-text"] as const;

/** Keys of partners to the read API. Only a hash of the token is stored. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    /** Who has it. */
    name: text("name").notNull(),
    /** SHA-256 of the token, hex; it is random enough for that. */
    tokenHash: text("token_hash").notNull(),
    /** The token's first letters, by which its holder knows which it is. */
    hint: text("hint").notNull(),
    scopes: text("scopes", { enum: TOKEN_SCOPES }).array().notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** To the minute. */
    lastUsedAt: instant("last_used_at"),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    /** Bumped by every write of the desk; who has not seen the newest loses with `conflict`. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("api_tokens_hash_key").on(t.tokenHash),
    check("api_tokens_scopes", sql`'read' = any(${t.scopes}) and ${t.scopes} <@ array['read', 'full-text']`),
  ],
);
