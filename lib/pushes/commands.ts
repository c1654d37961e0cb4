import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { pushChannels, pushes } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { maySeePushes } from "@/lib/pushes/policy";
import type { RetryInput } from "@/lib/pushes/validation";

/** On which Postgres says, when a command commits, that something is to be told at once. */
export const PUSH_CHANNEL = "finews_push";

/** Sends what was refused once more, and what waits for a pause to end at once. A quota that is used up stays so. */
export async function retryPushes(ctx: Ctx, { channel }: RetryInput): Promise<{ count: number }> {
  if (!maySeePushes(ctx.actor)) throw new AppError("forbidden", "没有权限重新推送");
  return ctx.db.transaction(async (tx) => {
    const again = await tx
      .update(pushes)
      .set({ refusedAt: null, tries: 0, fault: "" })
      .where(and(eq(pushes.channel, channel), isNotNull(pushes.refusedAt)))
      .returning({ target: pushes.target });
    await tx.update(pushChannels).set({ failures: 0, pausedUntil: null }).where(eq(pushChannels.channel, channel));
    const change = { channel, count: again.length };
    await recordAudit(tx, ctx, { action: "push.retried", subjectType: "push", subjectId: channel, change });
    await tx.execute(sql`select pg_notify(${PUSH_CHANNEL}, '')`);
    return { count: again.length };
  });
}
