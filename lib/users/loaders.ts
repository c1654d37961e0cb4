import "server-only";
import { connection } from "next/server";
import { currentActor } from "@/lib/auth/session";
import { getDb } from "@/lib/db/client";
import { ownWords } from "@/lib/users/own-words";
import { findGoodLink, isSetupTokenGood, linkHash } from "@/lib/users/queries";

/** Whether the one-time link still works. */
export async function loadSetup(token: string): Promise<boolean> {
  await connection();
  return isSetupTokenGood(getDb(), token, new Date());
}

/** What a one-time link is for; null when it does not work. */
export async function loadLink(token: string) {
  await connection();
  const link = await findGoodLink(getDb(), linkHash(token), new Date());
  if (!link) return null;
  const { purpose, email, role, person } = link;
  return { purpose, email, role, words: ownWords({ name: person?.name ?? "", email }) };
}
export type OpenLink = NonNullable<Awaited<ReturnType<typeof loadLink>>>;

export const loadSignedIn = async () => (await currentActor()) !== null;

/** Who sits at the desk, for its frame; null: the page inside, which knows its address, sends them to sign in. */
export async function loadShell() {
  const actor = await currentActor();
  return actor && { id: actor.id, name: actor.name, role: actor.role };
}
