import "server-only";
import { eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { mentionRejections, securities } from "@/lib/db/schema";
import { findCodeNames, findMismatches, type Mismatch, possibleNames } from "./code-names";

/** A connection or a transaction. */
type Reader = Pick<Db, "select">;

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

/** What an editor turned down for an article, last first. */
export const listRejected = (db: Db, articleId: string) =>
  db
    .select({ symbol: securities.symbol, name: securities.name })
    .from(mentionRejections)
    .innerJoin(securities, eq(securities.symbol, mentionRejections.symbol))
    .where(eq(mentionRejections.articleId, articleId))
    .orderBy(sql`${mentionRejections.createdAt} desc`, securities.symbol);
