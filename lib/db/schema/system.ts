import { bigserial, customType, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { articles } from "./articles";
import { categories } from "./categories";
import { createdAt, id, instant } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    /** `user:<id>` or `system:<job>`; never empty. */
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    change: jsonb("change").notNull().$type<Record<string, unknown>>(),
  },
  (t) => [index("audit_log_subject_idx").on(t.subjectType, t.subjectId, t.id)],
);

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
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("redirects_from_key").on(t.fromPath),
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
