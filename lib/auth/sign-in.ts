import "server-only";
import { checkPassword } from "@/lib/auth/password";
import { useSecondStep } from "@/lib/auth/second-step";
import { countAttempt, forgiveAttempt, returnAttempt } from "@/lib/auth/throttle";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findAccount } from "@/lib/users/queries";

export type Identity = { id: string; sessionVersion: number };
/** `code`: the password is right and a code is asked for; `wrong-code`: it came with a wrong one. */
export type SignIn = Identity | "code" | "wrong-code" | null;

/** Who this is, or null; the caller says the same for a wrong password, an unknown account and a disabled one. */
export async function authenticate(
  db: Db,
  attempt: { email: string; password: string; code?: string; address: string },
  now: Date,
): Promise<SignIn> {
  const who = { email: attempt.email.trim().toLowerCase(), address: attempt.address };
  const wait = await countAttempt(db, who, now);
  if (wait > 0) throw new AppError("throttled", `尝试次数太多，请 ${wait} 分钟后再试`);
  const account = await findAccount(db, who.email);
  const fits = await checkPassword(account?.passwordHash, attempt.password);
  if (!account || !fits || account.disabledAt) return null;
  if (account.totpEnabledAt) {
    if (!attempt.code) {
      // Neither a success, which would forgive wrong codes, nor a fault.
      await returnAttempt(db, who);
      return "code";
    }
    if (!(await useSecondStep(db, account, attempt.code, now))) return "wrong-code";
  }
  await forgiveAttempt(db, who, now);
  return { id: account.id, sessionVersion: account.sessionVersion };
}
