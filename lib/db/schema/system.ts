import { sql } from "drizzle-orm";
import {
  bigserial,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { categories } from "./categories";
import { createdAt, id, instant } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** "This changed": written in the command's transaction, announced by NOTIFY on commit. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    topic: text("topic").notNull(),
    payload: jsonb("payload").notNull().$type<{ tags: string[] }>(),
    createdAt: createdAt(),
  },
  (t) => [index("outbox_created_idx").on(t.createdAt)],
);

/** Old addresses. A target is a thing, not a path, so that a chain of renames is still one redirect. */
export const redirects = pgTable(
  "redirects",
  {
    id: id(),
    /** Decoded path, with leading slash, without a trailing one: `/articles/old-slug`. */
    fromPath: text("from_path").notNull(),
    articleId: uuid("article_id").references(() => articles.id, { onDelete: "cascade" }),
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "cascade" }),
    /** A page of this site that is neither: `/live`, a tag, a security. Decoded path. */
    toPath: text("to_path"),
    /**
     * `moved`: the former address of something that readers knew, which leads to it for ever; `import`: of the old site;
     * `desk`: made by hand.
     */
    origin: text("origin", { enum: ["desk", "import", "moved"] })
      .notNull()
      .default("desk"),
    /** How often it was followed. */
    hits: integer("hits").notNull().default(0),
    lastHitAt: instant("last_hit_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("redirects_from_key").on(t.fromPath),
    /** Old paths with capitals, for who asks for them without. */
    index("redirects_case_idx").on(sql`lower(${t.fromPath})`).where(sql`${t.fromPath} <> lower(${t.fromPath})`),
    /** Finds by the beginning of a path in any database's locale. */
    index("redirects_prefix_idx").on(sql`(${t.fromPath} collate "C")`),
    check("redirects_one_target", sql`num_nonnulls(${t.articleId}, ${t.categoryId}, ${t.toPath}) = 1`),
    index("redirects_article_idx").on(t.articleId),
    index("redirects_category_idx").on(t.categoryId),
  ],
);

export const IMPORT_OUTCOMES = ["imported", "updated", "merged", "quarantined"] as const;

/** One row per input file and content: what came in, byte for byte, and what became of it. */
export const importFiles = pgTable(
  "import_files",
  {
    /** Path inside the imported site: `_posts/2022-05-26-NW….md`. */
    path: text("path").notNull(),
    /** SHA-256 of the raw bytes, hex. */
    sha256: text("sha256").notNull(),
    raw: bytea("raw").notNull(),
    outcome: text("outcome", { enum: IMPORT_OUTCOMES }).notNull(),
    reason: text("reason").notNull().default(""),
    articleId: uuid("article_id").references(() => articles.id, { onDelete: "set null" }),
    /** SHA-256 of the article fields that this file last wrote; tells whether an editor changed them since. */
    writtenHash: text("written_hash").notNull().default(""),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.path, t.sha256] }), index("import_files_article_idx").on(t.articleId)],
);

/** Small facts about this installation: `demo_anchor`, `auth_secret` … */
export const installation = pgTable(
  "installation",
  { key: text("key").notNull(), value: jsonb("value").notNull().$type<unknown>(), createdAt: createdAt() },
  (t) => [uniqueIndex("installation_key").on(t.key)],
);
