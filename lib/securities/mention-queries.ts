import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { securities } from "@/lib/db/schema";
import { cutWords } from "@/lib/words";
import { buildNameIndex, findMentions, type Mention, type NameIndex } from "./find-mentions";

let names: { mark: string; index: NameIndex } | undefined;

/** Every security's spellings, read once a process and again after the table changed. */
async function nameIndex(db: Db): Promise<NameIndex> {
  const [state] = await db
    .select({ mark: sql<string>`count(*) || '.' || coalesce(sum(hashtext(symbol || name || full_name)::bigint), 0)` })
    .from(securities);
  if (names?.mark === state!.mark) return names.index;
  const { symbol, name, fullName } = securities;
  const rows = await db.select({ symbol, name, fullName }).from(securities);
  names = { mark: state!.mark, index: buildNameIndex(rows) };
  return names.index;
}

/** The securities that a text speaks of. */
export const listMentioned = async (db: Db, paragraphs: string[]): Promise<Mention[]> =>
  findMentions(paragraphs, await nameIndex(db), (text) => cutWords(text));
