import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import type { ArticleRow } from "@/lib/articles/stored";
import { actorKey, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema";

export type AuditRow = Pick<typeof auditLog.$inferSelect, "action" | "change">;

/** Moves an article by its clock, after the person who set it. */
const CLOCK = actorKey({ kind: "system", job: "publish-due" });

/**
 * Whether this person took this very step already: the version after the one they saw is theirs and left the row that
 * the step leaves, and nothing came after it but the clock.
 */
export async function wasTaken(
  tx: Tx,
  ctx: Ctx,
  input: { id: string; version: number },
  article: ArticleRow,
  left: (row: AuditRow) => boolean,
): Promise<boolean> {
  if (article.version <= input.version || ctx.actor.kind !== "user" || !can(ctx.actor, "view", article)) return false;
  const { subjectType, subjectId, change, action, actor, id } = auditLog;
  const [mine, ...later] = await tx
    .select({ action, change, actor })
    .from(auditLog)
    .where(
      and(
        eq(subjectType, "article"),
        eq(subjectId, input.id),
        sql`(${change}->>'version')::int > ${input.version}::int`,
      ),
    )
    .orderBy(asc(id));
  if (!mine || mine.change.version !== input.version + 1) return false;
  return mine.actor === actorKey(ctx.actor) && left(mine) && later.every((row) => row.actor === CLOCK);
}
