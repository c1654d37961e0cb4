import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { articles, categories, corrections, reports, users } from "@/lib/db/schema";

const PAGE_SIZE = 30;

export const reportTokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

/** Newest first; pages by position. */
export async function listReports(db: Db, status: (typeof reports.$inferSelect)["status"], after?: Position) {
  const rows = await db
    .select({
      id: reports.id,
      quote: reports.quote,
      message: reports.message,
      createdAt: reports.createdAt,
      answeredAt: reports.answeredAt,
      articleTitle: articles.title,
      categoryName: categories.name,
    })
    .from(reports)
    .innerJoin(articles, eq(articles.id, reports.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        eq(reports.status, status),
        after &&
          sql`(${reports.createdAt}, ${reports.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(PAGE_SIZE + 1);
  return { items: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE };
}

/** How many wait; the index holds them together. */
export const countOpenReports = (db: Db) => db.$count(reports, eq(reports.status, "open"));

/** One report with the article as it stands. */
export async function findReport(db: Db, id: string) {
  const [row] = await db
    .select({ report: reports, article: articles, categoryName: categories.name, answeredBy: users.name })
    .from(reports)
    .innerJoin(articles, eq(articles.id, reports.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(users, eq(users.id, reports.answeredBy))
    .where(eq(reports.id, id));
  return row ?? null;
}

/** What the reader who holds the token may see. */
export async function findReportByToken(db: Db, token: string) {
  const [row] = await db
    .select({
      quote: reports.quote,
      message: reports.message,
      status: reports.status,
      answer: reports.answer,
      createdAt: reports.createdAt,
      answeredAt: reports.answeredAt,
      slug: articles.slug,
      title: articles.title,
      articleStatus: articles.status,
      takenDownAt: articles.takenDownAt,
      isCorrected: sql<boolean>`${corrections.id} is not null`,
    })
    .from(reports)
    .innerJoin(articles, eq(articles.id, reports.articleId))
    .leftJoin(corrections, eq(corrections.reportId, reports.id))
    .where(eq(reports.tokenHash, reportTokenHash(token)))
    .limit(1);
  return row ?? null;
}
