import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { createdAt, id, instant } from "./columns";
import { securities } from "./securities";

export const NAME_KINDS = ["alias", "former"] as const;
export const NAME_ORIGINS = ["seed", "editor"] as const;

/** What a security is called besides its name: nicknames, and names it gave up. */
export const securityNames = pgTable(
  "security_names",
  {
    symbol: text("symbol")
      .notNull()
      .references(() => securities.symbol, { onDelete: "cascade" }),
    name: text("name").notNull(),
    kind: text("kind", { enum: NAME_KINDS }).notNull().default("alias"),
    /** Counts only with a code beside it or context. */
    isAmbiguous: boolean("is_ambiguous").notNull().default(false),
    /** As of `securities`. */
    pinyin: text("pinyin").notNull().default(""),
    initials: text("initials").notNull().default(""),
    origin: text("origin", { enum: NAME_ORIGINS }).notNull().default("editor"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.symbol, t.name] }),
    index("security_names_name_idx").on(t.name),
    index("security_names_initials_idx").on(t.initials),
    check("security_names_kind", sql`${t.kind} in ('alias', 'former')`),
    check("security_names_origin", sql`${t.origin} in ('seed', 'editor')`),
  ],
);

/**
 * One row, whose mark triggers renew whenever a name changes: whoever keeps the names in memory sees that they are old.
 * A random mark and no count, because a transaction that is taken back takes its number back too.
 */
export const nameState = pgTable("name_state", {
  id: integer("id").primaryKey().default(1),
  mark: uuid("mark").notNull().defaultRandom(),
});

/** Inside a longer name; a word that means no security; another listing than the text speaks of. */
export const REFUSAL_REASONS = ["in-name", "other-word", "other-listing"] as const;

/** Links of the provider that say what the text does not mean. */
export const refusedLinks = pgTable(
  "refused_links",
  {
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** Where the link led. No foreign key: it need not be a security that we know. */
    symbol: text("symbol").notNull(),
    /** The linked word, and what stood around it. */
    word: text("word").notNull(),
    context: text("context").notNull().default(""),
    reason: text("reason", { enum: REFUSAL_REASONS }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.symbol, t.word] }),
    index("refused_links_list_idx").on(t.createdAt, t.articleId, t.symbol, t.word),
    index("refused_links_symbol_idx").on(t.symbol),
  ],
);

/** One look at stored articles after names changed. It goes on where it was when the process ended. */
export const relinks = pgTable(
  "relinks",
  {
    id: id(),
    /** What was edited; null: all names, for everything in store. */
    symbol: text("symbol"),
    /** Articles that hold none of these are left out; empty: none are. */
    words: text("words").array().notNull().default([]),
    /** The last article that was looked at. */
    position: uuid("position"),
    articles: integer("articles"),
    done: integer("done").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    /** When it last went on. */
    steppedAt: instant("stepped_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("relinks_list_idx").on(t.createdAt),
    index("relinks_open_idx").on(t.createdAt).where(sql`${t.finishedAt} is null`),
  ],
);
