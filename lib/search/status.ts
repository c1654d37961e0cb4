import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { dictionaryVersion, isOldCutting, listNames, newestDictionary } from "./dictionaries";

/** How the index stands to the articles and names that there are. */
export type IndexStatus = {
  /** Public articles, and how many of them are cut with the newest dictionary. */
  articles: number;
  indexed: number;
  /** Version of the dictionary in use, `1.9f86d081884c7d65`; null while there is none. */
  version: string | null;
  /** A reindex was asked for and has not come to its end. */
  isUnderWay: boolean;
  since: string | null;
  /** `names`: since then securities or outlets were named otherwise. `cutting`: the program cuts texts in another way. */
  mismatch: "none" | "names" | "cutting";
  newNames: number;
};

export async function readIndexStatus(db: Db): Promise<IndexStatus> {
  const newest = await newestDictionary(db);
  const [count] = await db.execute<{ articles: number; indexed: number }>(sql`
    select (select count(*)::int from articles where status = 'published') articles,
      (select count(*)::int from article_search where dictionary_id = ${newest?.id ?? 0}) indexed`);
  const names = await listNames(db);
  const version = newest?.dictionary.version ?? null;
  const isSame = version === dictionaryVersion(names);
  const mismatch = version === null || isSame ? "none" : isOldCutting(version) ? "cutting" : "names";
  return {
    ...{ articles: count!.articles, indexed: count!.indexed, version, mismatch },
    isUnderWay: newest !== null && newest.completedAt === null,
    since: newest?.createdAt.toISOString() ?? null,
    newNames: newest ? names.filter((name) => !newest.dictionary.has(name)).length : 0,
  };
}
