import "server-only";
import { createHash } from "node:crypto";
import { desc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { categories, searchDictionaries, securities } from "@/lib/db/schema";
import { Dictionary } from "./dictionary";

/** A change of how texts are cut counts this up: every article has to be cut again. */
const CUTTING = 1;
const LOCK = 7_316_011;

type Reader = Pick<Db, "select">;
export type StoredDictionary = { id: number; dictionary: Dictionary; createdAt: Date; completedAt: Date | null };

const nameOf = (name: string) => name.normalize("NFKC").replace(/\s+/g, "");

/** The names that there are now: of securities, and of outlets that stand on their own. */
export async function listNames(db: Reader): Promise<string[]> {
  const listed = await db.select({ name: securities.name }).from(securities);
  const outlets = await db.select({ name: categories.name }).from(categories).where(isNull(categories.mergedIntoId));
  return [...new Set([...listed, ...outlets].map(({ name }) => nameOf(name)))].sort();
}

/** Way of cutting and names: `1.9f86d081884c7d65`. */
export const dictionaryVersion = (names: string[]) =>
  `${CUTTING}.${createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16)}`;

/** Whether texts are cut in another way since. */
export const isOldCutting = (version: string) => !version.startsWith(`${CUTTING}.`);

// Making one takes a third of a second and forty megabytes.
let made: Dictionary | undefined;

/** The newest dictionary; null when none was ever made. */
export async function newestDictionary(db: Reader): Promise<StoredDictionary | null> {
  const { id, version, createdAt, completedAt, names } = searchDictionaries;
  const [newest] = await db
    .select({ id, version, createdAt, completedAt })
    .from(searchDictionaries)
    .orderBy(desc(id))
    .limit(1);
  if (!newest) return null;
  if (made?.version !== newest.version) {
    const [row] = await db.select({ names }).from(searchDictionaries).where(eq(id, newest.id));
    made = new Dictionary(newest.version, row!.names);
  }
  return { ...newest, dictionary: made };
}

/** The dictionary to write with; the first writer of an installation makes it of the names that there are. */
export async function writingDictionary(tx: Tx): Promise<StoredDictionary> {
  const newest = await newestDictionary(tx);
  if (newest) return newest;
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  return (await newestDictionary(tx)) ?? makeDictionary(tx, await listNames(tx), true);
}

/** @param isComplete whether no article was cut with an older one */
export async function makeDictionary(tx: Tx, names: string[], isComplete = false): Promise<StoredDictionary> {
  const version = dictionaryVersion(names);
  const completedAt = isComplete ? new Date() : null;
  const [row] = await tx.insert(searchDictionaries).values({ version, names, completedAt }).returning();
  return { ...row!, dictionary: new Dictionary(version, names) };
}
