import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant, updatedAt } from "./columns";

/** An outlet or section that articles stand under. */
export const categories = pgTable(
  "categories",
  {
    id: id(),
    /** Pinyin without blanks, lower case: `huaxiashibao`. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Key of the A–Z directory: pinyin of the name in lower case; its first letter is the heading, `#` for others. */
    pinyin: text("pinyin").notNull(),
    description: text("description").notNull().default(""),
    /** Published articles, kept by a statement trigger on `articles`. */
    publishedCount: integer("published_count").notNull().default(0),
    newestAt: instant("newest_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("categories_slug_key").on(t.slug),
    uniqueIndex("categories_name_key").on(t.name),
    index("categories_pinyin_idx").on(t.pinyin),
    check("categories_slug_not_empty", sql`${t.slug} <> ''`),
  ],
);

/** Every other slug an outlet was ever written under, as it was written: `21shijijingjibaodao 21caijingAPP`. */
export const categoryAliases = pgTable("category_aliases", {
  alias: text("alias").primaryKey(),
  categoryId: uuid("category_id")
    .notNull()
    .references(() => categories.id, { onDelete: "cascade" }),
  createdAt: createdAt(),
});
