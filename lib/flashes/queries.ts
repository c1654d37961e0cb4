import "server-only";
import { and, desc, eq, gte, lte, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "@/lib/db/client";
import { articles, categories, users } from "@/lib/db/schema";

/** As much of a body as a row looks at; a flash is a paragraph. */
const BODY_LENGTH = 4_000;

const line = {
  id: articles.id,
  title: articles.title,
  body: sql<string>`left(${articles.bodyHtml}, ${BODY_LENGTH + 1})`.as("body"),
  level: articles.level,
  status: articles.status,
  publishAt: sql<Date>`${articles.publishAt}`.mapWith(articles.publishAt).as("published"),
  version: articles.version,
  createdBy: articles.createdBy,
  trashedFrom: articles.trashedFrom,
  categoryId: articles.categoryId,
  outlet: categories.name,
  author: sql<string | null>`${users.name}`.as("author"),
};

/**
 * The newest flashes since a moment, withdrawn ones among them; `isWhole`: the body is not cut. Two index scans: who
 * was withdrawn after that moment was also changed after it.
 */
export async function listFlashesSince(db: Db, since: Date, now: Date, limit: number) {
  const rows = (status: "published" | "withdrawn") =>
    db
      .select(line)
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      .leftJoin(users, eq(users.id, articles.createdBy))
      .where(
        and(
          sql`${articles.status} = ${sql.raw(`'${status}'`)}`,
          eq(articles.kind, "flash"),
          gte(articles.publishAt, since),
          lte(articles.publishAt, now),
          status === "withdrawn" ? gte(articles.updatedAt, since) : undefined,
        ),
      )
      .orderBy(desc(articles.publishAt), desc(articles.id))
      .limit(limit);
  const found = await unionAll(rows("published"), rows("withdrawn"));
  return found
    .sort((a, b) => +b.publishAt - +a.publishAt || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
    .map((row) => ({ ...row, isWhole: row.body.length <= BODY_LENGTH }));
}

/** How many flashes readers can see of those since a moment. */
export const countFlashesSince = (db: Db, since: Date, now: Date) =>
  db.$count(
    articles,
    and(
      sql`${articles.status} = 'published'`,
      eq(articles.kind, "flash"),
      gte(articles.publishAt, since),
      lte(articles.publishAt, now),
    ),
  );
