import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { instant } from "./columns";

export const SECURITY_KINDS = ["stock", "index", "fund", "sector"] as const;
export const MENTION_RELATIONS = ["direct", "sector"] as const;
export const MENTION_ORIGINS = ["markup", "auto", "editor"] as const;

export const securities = pgTable(
  "securities",
  {
    /** Exchange prefix and code: SH600519, SZ000001, BJ…, HK02338, US…, BK0493. */
    symbol: text("symbol").primaryKey(),
    kind: text("kind", { enum: SECURITY_KINDS }).notNull().default("stock"),
    name: text("name").notNull(),
    fullName: text("full_name").notNull().default(""),
    englishName: text("english_name").notNull().default(""),
    industry: text("industry").notNull().default(""),
    listedOn: date("listed_on"),
    /** Pinyin of the name, no blanks, and its initials: `guizhoumaotai`, `gzmt`. */
    pinyin: text("pinyin").notNull().default(""),
    initials: text("initials").notNull().default(""),
    /** The name is an ordinary word as well (机器人): it counts only with a code or context. */
    isAmbiguous: boolean("is_ambiguous").notNull().default(false),
    /** The same company's other listing, A ↔ H. Symmetrical; commands keep it so. */
    counterpart: text("counterpart"),
    /** Bumped by every edit in the admin; the seed list touches only version 1. */
    version: integer("version").notNull().default(1),
  },
  (t) => [index("securities_name_idx").on(t.name), index("securities_initials_idx").on(t.initials)],
);

export const mentions = pgTable(
  "mentions",
  {
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    symbol: text("symbol")
      .notNull()
      .references(() => securities.symbol),
    relation: text("relation", { enum: MENTION_RELATIONS }).notNull(),
    origin: text("origin", { enum: MENTION_ORIGINS }).notNull(),
    /** The article's publish_at while it is public, else null. */
    listedAt: instant("listed_at"),
    /** Whether the article is a flash; a trigger of the table keeps it, for every writer. */
    isFlash: boolean("is_flash").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.symbol] }),
    index("mentions_list_idx").on(t.symbol, t.listedAt, t.articleId).where(sql`${t.listedAt} is not null`),
    /** A security's tabs: one relation, or flashes only, are an index range each, however rare they are in the list. */
    index("mentions_relation_idx")
      .on(t.symbol, t.relation, t.listedAt, t.articleId)
      .where(sql`${t.listedAt} is not null`),
    index("mentions_flash_idx")
      .on(t.symbol, t.listedAt, t.articleId)
      .where(sql`${t.isFlash} and ${t.listedAt} is not null`),
    /** What was mentioned in a span of time, without a look at the rows. */
    index("mentions_recent_idx")
      .on(t.listedAt, t.symbol)
      .where(sql`${t.relation} = 'direct' and ${t.listedAt} is not null`),
  ],
);
