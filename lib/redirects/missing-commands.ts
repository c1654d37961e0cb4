import "server-only";
import { eq } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { actorName, type Ctx } from "@/lib/context";
import { missingIgnored } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { mayRedirect } from "@/lib/redirects/policy";

function requireRight({ actor }: Ctx) {
  if (!mayRedirect(actor)) throw new AppError("forbidden", "没有权限管理重定向");
}

/** The desk wants to hear of this missing address no more. Readers get the same answer as before. */
export const ignoreMissing = (ctx: Ctx, { path }: { path: string }): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    requireRight(ctx);
    const row = { path, ignoredBy: actorName(ctx.actor), createdAt: ctx.now };
    const made = await tx.insert(missingIgnored).values(row).onConflictDoNothing().returning();
    if (made.length === 0) return;
    await recordAudit(tx, ctx, {
      action: "missing.ignored",
      subjectType: "missing",
      subjectId: path,
      change: { path },
    });
  });

/** It is listed again, as often as it was asked for. */
export const heedMissing = (ctx: Ctx, { path }: { path: string }): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    requireRight(ctx);
    const gone = await tx.delete(missingIgnored).where(eq(missingIgnored.path, path)).returning();
    if (gone.length === 0) return;
    await recordAudit(tx, ctx, { action: "missing.heeded", subjectType: "missing", subjectId: path, change: { path } });
  });
