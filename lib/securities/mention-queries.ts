import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { categories, nameState, securities, securityNames } from "@/lib/db/schema";
import { cutWords } from "@/lib/words";
import { findMentions, type Mention } from "./find-mentions";
import { buildNameIndex, type NameIndex } from "./name-index";
import type { Cut } from "./word-edges";

/** A connection or a transaction. */
type Reader = Pick<Db, "select">;

let names: { mark: string; index: NameIndex } | undefined;

export const cut: Cut = (text) => cutWords(text);

/**
 * All names, read once a process and again after they changed.
 * @param mark the state of the names, by who has read it with something else: one statement less
 */
export async function loadNames(db: Reader, mark?: string): Promise<NameIndex> {
  const [state] = mark ? [{ mark }] : await db.select({ mark: nameState.mark }).from(nameState);
  const now = state?.mark ?? "";
  if (names && now !== "" && names.mark === now) return names.index;
  const { symbol, name, fullName, kind, counterpart, isAmbiguous } = securities;
  const rows = await db.select({ symbol, name, fullName, kind, counterpart, isAmbiguous }).from(securities);
  const others = await db
    .select({ symbol: securityNames.symbol, name: securityNames.name, isAmbiguous: securityNames.isAmbiguous })
    .from(securityNames);
  const outlets = await db
    .select({ name: categories.name })
    .from(categories)
    .where(sql`length(${categories.name}) >= 3`);
  const index = buildNameIndex(
    rows,
    others,
    outlets.map((outlet) => outlet.name),
  );
  names = { mark: now, index };
  return index;
}

/** The securities that a text speaks of; sectors are nothing to decide about. */
export const listMentioned = async (db: Db, paragraphs: string[]): Promise<Mention[]> =>
  findMentions(paragraphs, await loadNames(db), cut).filter(({ relation }) => relation === "direct");
