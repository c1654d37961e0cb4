import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { tags } from "@/lib/db/schema";

/** `A股 策略` → `a股-策略`. */
const tagSlug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** The tags of these names; those that do not exist yet are made, in name order so that two writers cannot deadlock. */
export async function ensureTags(tx: Tx, names: string[]): Promise<{ id: string; name: string }[]> {
  const wanted = [...new Set(names)].sort();
  if (wanted.length === 0) return [];
  const read = () =>
    tx.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.name, wanted)).orderBy(tags.name);
  const missing = async () => {
    const known = new Set((await read()).map(({ name }) => name));
    return wanted.filter((name) => !known.has(name));
  };
  // A second round, with a number, for names that differ and whose slugs do not: `A-B` and `A B`.
  for (let round = 1; round <= 9; round++) {
    const names = await missing();
    if (names.length === 0) break;
    for (const name of names) {
      const slug = (tagSlug(name) || "tag") + (round > 1 ? `-${round}` : "");
      await tx.insert(tags).values({ name, slug }).onConflictDoNothing();
    }
  }
  return read();
}
