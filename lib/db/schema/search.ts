import { customType, index, integer, pgTable, serial, text, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, instant } from "./columns";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** The names that texts were cut with. The newest one is used; rows of an older one wait for a reindex. */
export const searchDictionaries = pgTable("search_dictionaries", {
  id: serial("id").primaryKey(),
  /** See `dictionaryVersion` in lib/search. */
  version: text("version").notNull(),
  names: text("names").array().notNull(),
  createdAt: createdAt(),
  /** When every public article was cut with it; null while a reindex is under way or was broken off. */
  completedAt: instant("completed_at"),
});

/** What readers find: one narrow row for each public article, written in the transaction of its command. */
export const articleSearch = pgTable(
  "article_search",
  {
    articleId: uuid("article_id")
      .primaryKey()
      .references(() => articles.id, { onDelete: "cascade" }),
    publishedAt: instant("published_at").notNull(),
    dictionaryId: integer("dictionary_id")
      .notNull()
      .references(() => searchDictionaries.id),
    /** See `searchDocument` in lib/search. */
    tsv: tsvector("tsv").notNull(),
  },
  (t) => [
    /** Written at once and not gathered first: readers would look through what is gathered. */
    index("article_search_words_idx").using("gin", t.tsv).with({ fastupdate: false }),
    index("article_search_newest_idx").on(t.publishedAt, t.articleId),
    /** What a reindex has to do still. */
    index("article_search_dictionary_idx").on(t.dictionaryId, t.articleId),
  ],
);
