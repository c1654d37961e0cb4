import "server-only";
import type { Actor } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { findUser } from "@/lib/users/queries";

export type Person = Extract<Actor, { kind: "user" }>;

/** The person a session was made for; null once their password changed or their account was disabled. */
export async function resolveActor(db: Db, userId: string, sessionVersion: number): Promise<Person | null> {
  const user = await findUser(db, userId);
  if (!user || user.disabledAt || user.sessionVersion !== sessionVersion) return null;
  return { kind: "user", id: user.id, name: user.name, role: user.role };
}
