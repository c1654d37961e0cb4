import "server-only";
import type { Actor } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findUser } from "@/lib/users/queries";

/** Who an act goes on for, as they are now: a role that was taken away ends it. */
export async function resolvePerson(tx: Tx, userId: string): Promise<Actor> {
  const user = await findUser(tx, userId);
  if (!user || user.disabledAt) throw new AppError("forbidden", "账号已停用");
  return { kind: "user", id: user.id, name: user.name, role: user.role, categories: user.categories };
}
