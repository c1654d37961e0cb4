import "server-only";
import { connection } from "next/server";
import { requireActorAt } from "@/lib/auth/require";
import { currentActor } from "@/lib/auth/session";
import { getDb } from "@/lib/db/client";
import { isSetupTokenGood } from "@/lib/users/queries";

/** Whether the one-time link still works. */
export async function loadSetup(token: string): Promise<boolean> {
  await connection();
  return isSetupTokenGood(getDb(), token, new Date());
}

export const loadSignedIn = async () => (await currentActor()) !== null;

/** Who sits at the desk, for its frame. */
export async function loadShell() {
  const { id, name, role } = await requireActorAt("/admin/articles");
  return { id, name, role };
}
