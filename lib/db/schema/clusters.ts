import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { ARTICLE_KINDS, articles } from "./articles";
import { instant } from "./columns";

/** By what a text is found again: of what is public, and of what the desk works on. */
export const articleSignatures = pgTable(
  "article_signatures",
  {
    articleId: uuid("article_id")
      .primaryKey()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** When it is or will be public; of a draft, when it was last changed. */
    at: instant("at").notNull(),
    /** How the keys were made: see `SIGNING` in lib/clusters. */
    signing: smallint("signing").notNull(),
    /** Each says its span of time: see lib/clusters/keys. */
    keys: integer("keys").array().notNull(),
  },
  (t) => [
    /** Written at once and not gathered first: each look-up would look through what is gathered. */
    index("article_signatures_keys_idx").using("gin", t.keys).with({ fastupdate: false }),
    /** What is to be signed anew. */
    index("article_signatures_signing_idx").on(t.signing, t.articleId),
  ],
);

/**
 * Public articles that tell one story. Two or more have the same `cluster_id`; alone it has no row. No foreign keys, here
 * and below: they lock the article, which somebody may be writing who waits for the clusters. No article is ever deleted.
 */
export const clusterMembers = pgTable(
  "cluster_members",
  {
    articleId: uuid("article_id").primaryKey(),
    clusterId: uuid("cluster_id").notNull(),
    /** As in the article's own row: a list shows the first one that it holds. */
    kind: text("kind", { enum: ARTICLE_KINDS }).notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [index("cluster_members_order_idx").on(t.clusterId, t.publishedAt, t.articleId)],
);

export const CLUSTER_VERDICTS = ["same", "other"] as const;

/** What an editor said of two articles, in the order of their ids. It stands above what texts say, whatever becomes of them. */
export const clusterVerdicts = pgTable(
  "cluster_verdicts",
  {
    firstId: uuid("first_id").notNull(),
    secondId: uuid("second_id").notNull(),
    verdict: text("verdict", { enum: CLUSTER_VERDICTS }).notNull(),
    /** `user:<id>` or `system:<job>`. */
    actor: text("actor").notNull(),
    actorName: text("actor_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    index("cluster_verdicts_second_idx").on(t.secondId),
    check("cluster_verdicts_order", sql`${t.firstId} < ${t.secondId}`),
    check("cluster_verdicts_verdict", sql`${t.verdict} in ('same', 'other')`),
  ],
);
