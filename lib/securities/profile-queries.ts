import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import type { SECURITY_KINDS } from "@/lib/db/schema";

type Named = { symbol: string; name: string };

export type StockProfile = Named & {
  kind: (typeof SECURITY_KINDS)[number];
  fullName: string;
  industry: string;
  listedOn: string | null;
  /** The same company's other listing. */
  counterpart: Named | null;
  formerNames: string[];
  /** The sector that is called like the industry. */
  sector: Named | null;
  /** Whether somebody said that an article is of its sector, without one of the sector itself. */
  hasOwnSector: boolean;
};

/** What a security's page says of it, by one statement. */
export async function findStock(db: Db, symbol: string): Promise<StockProfile | null> {
  const [row] = await db.execute<StockProfile>(sql`
    select s.symbol, s.name, s.kind, s.full_name "fullName", s.industry, s.listed_on::text "listedOn",
      (select json_build_object('symbol', c.symbol, 'name', c.name) from securities c where c.symbol = s.counterpart) counterpart,
      (select coalesce(json_agg(n.name order by n.created_at desc, n.name), '[]')
        from security_names n where n.symbol = s.symbol and n.kind = 'former') "formerNames",
      (select json_build_object('symbol', b.symbol, 'name', b.name) from securities b
        where s.kind = 'stock' and s.industry <> '' and b.name = s.industry and b.kind = 'sector'
        order by b.symbol limit 1) sector,
      exists (select 1 from mentions m where m.symbol = s.symbol and m.relation = 'sector' and m.listed_at is not null
        ) "hasOwnSector"
    from securities s where s.symbol = ${symbol}`);
  return row ?? null;
}
