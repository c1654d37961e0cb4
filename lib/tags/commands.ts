import "server-only";
import type { Tx } from "@/lib/db/client";
import { tags } from "@/lib/db/schema";
import { tagSlug } from "@/lib/tags/naming";
import { findTagsByNames, type LiveTag } from "@/lib/tags/survivors";
import { holdTaxonomy } from "@/lib/taxonomy/lock";

/**
 * The tags that stand for each of these names; names that nobody knows yet become tags, in name order so that two
 * writers cannot deadlock. A name that was merged away or is an alias gives the tag that took its place.
 */
export async function tagsOfNames(tx: Tx, names: string[]): Promise<Map<string, LiveTag[]>> {
  const wanted = [...new Set(names)].sort();
  if (wanted.length === 0) return new Map();
  await holdTaxonomy(tx);
  // A second round, with a number, for names that differ and whose slugs do not: `A-B` and `A B`.
  for (let round = 1; round <= 9; round++) {
    const known = await findTagsByNames(tx, wanted);
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length === 0) return known;
    for (const name of missing) {
      const slug = tagSlug(name) + (round > 1 ? `-${round}` : "");
      await tx.insert(tags).values({ name, slug }).onConflictDoNothing();
    }
  }
  return findTagsByNames(tx, wanted);
}

/** All tags of these names, each once. */
export async function ensureTags(tx: Tx, names: string[]): Promise<LiveTag[]> {
  const all = [...(await tagsOfNames(tx, names)).values()].flat();
  return [...new Map(all.map((tag) => [tag.id, tag])).values()];
}
