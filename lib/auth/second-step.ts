import "server-only";
import { and, eq, isNull, lt } from "drizzle-orm";
import { recoveryCodeHash } from "@/lib/auth/recovery";
import { stepOf } from "@/lib/auth/totp";
import type { Db, Tx } from "@/lib/db/client";
import { recoveryCodes, users } from "@/lib/db/schema";

/** Uses up a code of the app, or of those on paper. Of two who send the same one at once, one is let in. */
export async function useSecondStep(
  db: Db | Tx,
  account: { id: string; totpSecret: string | null },
  code: string,
  now: Date,
): Promise<"app" | "recovery" | null> {
  if (!account.totpSecret) return null;
  if (/^\d{6}$/.test(code.replaceAll(" ", ""))) {
    const step = stepOf(account.totpSecret, code.replaceAll(" ", ""), now);
    return step !== null && (await useStep(db, account.id, step)) ? "app" : null;
  }
  const used = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, account.id),
        eq(recoveryCodes.codeHash, recoveryCodeHash(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.userId });
  return used.length > 0 ? "recovery" : null;
}

/** @returns false when a code of this half minute, or of a later one, was used before */
export async function useStep(db: Db | Tx, userId: string, step: number): Promise<boolean> {
  const used = await db
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, userId), lt(users.totpLastStep, step)))
    .returning({ id: users.id });
  return used.length > 0;
}
