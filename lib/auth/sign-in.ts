import "server-only";
import { checkPassword } from "@/lib/auth/password";
import { countAttempt, forgiveAttempt } from "@/lib/auth/throttle";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findAccount } from "@/lib/users/queries";

export type Identity = { id: string; sessionVersion: number };

/** Who this is, or null; the caller says the same for a wrong password, an unknown account and a disabled one. */
export async function authenticate(
  db: Db,
  attempt: { email: string; password: string; address: string },
  now: Date,
): Promise<Identity | null> {
  const who = { email: attempt.email.trim().toLowerCase(), address: attempt.address };
  const wait = await countAttempt(db, who, now);
  if (wait > 0) throw new AppError("throttled", `尝试次数太多，请 ${wait} 分钟后再试`);
  const account = await findAccount(db, who.email);
  const fits = await checkPassword(account?.passwordHash, attempt.password);
  if (!account || !fits || account.disabledAt) return null;
  await forgiveAttempt(db, who, now);
  return { id: account.id, sessionVersion: account.sessionVersion };
}
