import { bigint, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { categories } from "./categories";
import { instant } from "./columns";

/**
 * What sitemaps need to know of a month without a look at its articles: kept by statement triggers on `articles` and
 * `categories`, for every writer. A row an outlet, so that writers wait for nobody but those of their own outlet.
 */
export const sitemapMonths = pgTable(
  "sitemap_months",
  {
    /** `2026-11`, in Beijing. */
    month: text("month").notNull(),
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
    published: integer("published").notNull(),
    /** Bumped by each change of what a sitemap says of these articles: that they are public, address, times. */
    version: bigint("version", { mode: "number" }).notNull(),
    changedAt: instant("changed_at").notNull(),
    /** When search engines were last allowed or forbidden the outlet: then its articles came or went. */
    policyAt: instant("policy_at"),
  },
  (t) => [primaryKey({ columns: [t.month, t.categoryId] }), index("sitemap_months_category_idx").on(t.categoryId)],
);
