import "server-only";
import { asc, like, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { SECURITY_KINDS, securities } from "@/lib/db/schema";

const MOST = 8;
const { symbol, name, pinyin, initials, kind } = securities;

const pattern = (text: string) => text.replace(/[\\%_]/g, "\\$&");
const byMarket = sql`coalesce(array_position(array['SH', 'SZ', 'BJ', 'HK', 'US'], left(${symbol}, 2)), 9)`;
const byKind = sql`array_position(${sql.raw(`array['${SECURITY_KINDS.join("','")}']`)}, ${kind})`;

/**
 * Securities by code, name, pinyin or initials, each from its beginning, a name also from its middle; what fits exactly
 * comes first. Letters mean all of these at once: `TCL` is a name and nobody's initials.
 */
export async function searchSecurities(db: Db, query: string, limit = MOST) {
  const text = query.normalize("NFKC").trim().replaceAll("'", "");
  const letters = text.toLowerCase();
  if (text === "") return [];
  const start = `${pattern(letters)}%`;
  const ways: SQL[] = [like(name, `${pattern(text)}%`), like(name, `%${pattern(text)}%`)];
  if (/^[a-z]/.test(letters)) ways.push(like(initials, start), like(pinyin, start), like(sql`lower(${name})`, start));
  if (/^[a-z]{0,2}[.:]?\d+$/.test(letters)) {
    const [, market = "", digits = ""] = /^([a-z]*)\W?(\d+)$/.exec(letters) ?? [];
    ways.push(like(symbol, `${market ? market.toUpperCase() : "__"}${digits}%`));
  }
  const code = sql`lower(${symbol})`;
  const exact = sql`(${initials} = ${letters} or lower(${name}) = ${letters} or ${code} = ${letters} or substr(${code}, 3) = ${letters})`;
  return db
    .select({ symbol, name, initials })
    .from(securities)
    .where(or(...ways))
    .orderBy(sql`${exact} desc`, byKind, byMarket, asc(sql`char_length(${initials})`), asc(symbol))
    .limit(limit);
}
