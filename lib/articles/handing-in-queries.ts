import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema";

const STEPS = ["article.submitted", "article.recalled", "article.returned", "article.published", "article.scheduled"];

/** What an editor said who gave the draft back, and who it was; null when that is not what happened to it last. */
export async function findReturn(db: Db, articleId: string) {
  const { action, change, actorName, at, subjectType, subjectId, id } = auditLog;
  const [last] = await db
    .select({ action, change, by: actorName, at })
    .from(auditLog)
    .where(and(eq(subjectType, "article"), eq(subjectId, articleId), inArray(action, STEPS)))
    .orderBy(desc(id))
    .limit(1);
  if (last?.action !== "article.returned") return null;
  return { by: last.by, note: String(last.change.reason), at: last.at.toISOString() };
}
