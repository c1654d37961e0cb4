import "server-only";
import { connection } from "next/server";
import { currentActor } from "@/lib/auth/session";
import { getDb } from "@/lib/db/client";
import { isSetupTokenGood } from "@/lib/users/queries";

/** Whether the one-time link still works. */
export async function loadSetup(token: string): Promise<boolean> {
  await connection();
  return isSetupTokenGood(getDb(), token, new Date());
}

export const loadSignedIn = async () => (await currentActor()) !== null;

/** Who sits at the desk, for its frame; null: the page inside, which knows its address, sends them to sign in. */
export async function loadShell() {
  const actor = await currentActor();
  return actor && { id: actor.id, name: actor.name, role: actor.role };
}
