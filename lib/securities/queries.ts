import "server-only";
import { eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { mentionRejections, securities } from "@/lib/db/schema";
import { cutWords } from "@/lib/words";
import { findCodeNames, findMismatches, type Mismatch, possibleNames } from "./code-names";
import { buildNameIndex, findMentions, type Mention, type NameIndex } from "./find-mentions";

/** A connection or a transaction. */
type Reader = Pick<Db, "select">;

export async function findSecurity(db: Db, symbol: string) {
  const [row] = await db.select().from(securities).where(eq(securities.symbol, symbol));
  return row ?? null;
}

export const listNamed = (db: Reader, symbols: string[]) =>
  symbols.length === 0
    ? Promise.resolve([])
    : db
        .select({ symbol: securities.symbol, name: securities.name })
        .from(securities)
        .where(inArray(securities.symbol, symbols));

/** Names whose code in brackets is another's. */
export async function listCodeFaults(db: Reader, text: string): Promise<Mismatch[]> {
  const pairs = findCodeNames(text);
  if (pairs.length === 0) return [];
  const symbols = pairs.flatMap(({ code }) => ["SH", "SZ", "BJ"].map((market) => market + code));
  const known = await db
    .select({ symbol: securities.symbol, name: securities.name })
    .from(securities)
    .where(or(inArray(securities.symbol, symbols), inArray(securities.name, possibleNames(pairs))));
  return findMismatches(pairs, known);
}

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

/** What an editor turned down for an article, last first. */
export const listRejected = (db: Db, articleId: string) =>
  db
    .select({ symbol: securities.symbol, name: securities.name })
    .from(mentionRejections)
    .innerJoin(securities, eq(securities.symbol, mentionRejections.symbol))
    .where(eq(mentionRejections.articleId, articleId))
    .orderBy(sql`${mentionRejections.createdAt} desc`, securities.symbol);
