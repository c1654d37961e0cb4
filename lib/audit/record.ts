import "server-only";
import { type Actor, actorKey, actorName } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema";

export type AuditEntry = {
  /** `article.published`, `user.created` … */
  action: string;
  subjectType: string;
  subjectId: string;
  change: Record<string, unknown>;
};

/** Writes audit rows in the command's own transaction. */
export async function recordAudit(tx: Tx, ctx: { actor: Actor; now: Date; bulk?: string }, ...entries: AuditEntry[]) {
  if (entries.length === 0) return;
  await tx.insert(auditLog).values(
    entries.map(({ change, ...entry }) => ({
      ...entry,
      change: ctx.bulk ? { ...change, bulk: ctx.bulk } : change,
      at: ctx.now,
      actor: actorKey(ctx.actor),
      actorName: actorName(ctx.actor),
    })),
  );
}
