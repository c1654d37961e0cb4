import { sql } from "drizzle-orm";
import { bigint, bigserial, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

export const CHANGE_KINDS = ["published", "updated", "corrected", "withdrawn", "taken_down"] as const;

/**
 * "What readers see of this article changed." Written by triggers of `articles` and `corrections` only, so that no writer
 * can forget it. Says which article and what kind of change, not how: whoever reads it reads the article as it is now, so
 * nothing that was taken down lives on here. No foreign key: it outlives everything.
 */
export const articleChanges = pgTable(
  "article_changes",
  {
    /** The order of writing. Rows become visible in another one, so readers go by `number`. */
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** Given after the commit by whoever reads (lib/changes): without gaps, and never below one that was read. */
    number: bigint("number", { mode: "number" }),
    articleId: uuid("article_id").notNull(),
    kind: text("kind", { enum: CHANGE_KINDS }).notNull(),
    /** When it holds for readers: with an import in the future, and then it has no number before. */
    at: instant("at").notNull(),
  },
  (t) => [
    uniqueIndex("article_changes_number_key").on(t.number),
    /** What waits for a number: hardly ever more than a few rows. */
    index("article_changes_waiting_idx").on(t.id).where(sql`${t.number} is null`),
    check("article_changes_kind", sql`${t.kind} in ('published', 'updated', 'corrected', 'withdrawn', 'taken_down')`),
  ],
);
