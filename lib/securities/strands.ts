import { type SQL, sql } from "drizzle-orm";
import type { Position } from "@/lib/cursor";

/** The lists of a security's page. All mentions of a sector are of the sector: they are its first list, the second is none. */
export const STOCK_TABS = ["direct", "sector", "flashes"] as const;
export type StockTab = (typeof STOCK_TABS)[number];

/** Mentions of one security that are one range of an index: all of them, of one relation, or in flashes. */
export type Strand = { symbol: string; only?: "direct" | "sector" | "flash" };

type Subject = { symbol: string; kind: string; sector: { symbol: string } | null; hasOwnSector: boolean };

/**
 * What each list is made of. A sector mention of a stock is one of the stock itself, where somebody said so, and one of
 * the sector that it belongs to.
 */
export function strandsOf({ symbol, kind, sector, hasOwnSector }: Subject): Record<StockTab, Strand[]> {
  const flashes: Strand[] = [{ symbol, only: "flash" }];
  if (kind === "sector") return { direct: [{ symbol }], sector: [], flashes };
  const ofSector = [
    ...(hasOwnSector || !sector ? [{ symbol, only: "sector" } as const] : []),
    ...(sector ? [{ symbol: sector.symbol }] : []),
  ];
  return { direct: [{ symbol, only: "direct" }], sector: ofSector, flashes };
}

// Written out, not bound: a bound value would hide the partial indexes from a prepared plan.
const ONLY = {
  direct: sql.raw("and relation = 'direct'"),
  sector: sql.raw("and relation = 'sector'"),
  flash: sql.raw("and is_flash"),
};

const LISTED = sql.raw("listed_at is not null and listed_at <= now()");

/** `from mentions where …` of a strand. */
export const fromStrand = ({ symbol, only }: Strand): SQL =>
  sql`from mentions where symbol = ${symbol} and ${LISTED} ${only ? ONLY[only] : sql.empty()}`;

/** Joins selects; an article that two of them hold is there once. */
export const together = (selects: SQL[]): SQL =>
  selects.length === 1
    ? selects[0]!
    : sql.join(
        selects.map((select) => sql`(${select})`),
        sql` union `,
      );

/** The newest articles of some strands, as `(article_id, listed_at)`, up to `limit` of each. */
export const newestOf = (strands: Strand[], limit: number, after?: Position): SQL =>
  together(
    strands.map(
      (strand) => sql`select article_id, listed_at ${fromStrand(strand)}
        ${after ? sql`and (listed_at, article_id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)` : sql.empty()}
        order by listed_at desc, article_id desc limit ${limit}`,
    ),
  );
