import { bigint, index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, id } from "./columns";

/**
 * "What readers see of this flash changed": it appeared, was changed or went. Says which, not how: whoever reads it reads
 * the flash as it is now, so nothing that was taken down lives on here.
 */
export const liveEvents = pgTable(
  "live_events",
  {
    id: id(),
    /**
     * Given at the commit, under a lock, by a trigger: without gaps, and in the order in which the events become visible.
     * Null only inside the transaction that writes it.
     */
    number: bigint("number", { mode: "number" }),
    articleId: uuid("article_id").references(() => articles.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("live_events_number_key").on(t.number), index("live_events_article_idx").on(t.articleId)],
);
