import "server-only";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { revisions } from "@/lib/db/schema";

/** Versions that are compared for one page. */
export const VERSIONS_A_PAGE = 20;

/**
 * The versions that readers could see, newest first and one more than a page. Drafts, what waited for its time and what
 * was written while the article was withdrawn are not among them.
 */
export const listPublicVersions = (db: Db, articleId: string, before?: number) =>
  db
    .select({
      version: revisions.version,
      title: revisions.title,
      summary: revisions.summary,
      bodyHtml: revisions.bodyHtml,
      at: revisions.createdAt,
    })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, articleId),
        eq(revisions.status, "published"),
        before ? lt(revisions.version, before) : undefined,
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(VERSIONS_A_PAGE + 1);

/** When the article was withdrawn and why, each time, within a span of versions; no word of what was in it. */
export const listWithdrawals = (db: Db, articleId: string, from: number, before?: number) =>
  db
    .select({ version: revisions.version, at: revisions.createdAt, reason: revisions.reason })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, articleId),
        eq(revisions.status, "withdrawn"),
        gte(revisions.version, from),
        before ? lt(revisions.version, before) : undefined,
        // A save of a withdrawn article stands as withdrawn as well: the act is the step from public.
        sql`(select p.status from revisions p where p.article_id = ${articleId} and p.version < ${revisions.version}
          order by p.version desc limit 1) = 'published'`,
      ),
    )
    .orderBy(desc(revisions.version));
