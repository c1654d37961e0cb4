import "server-only";
import { cache } from "react";
import { readPage } from "@/lib/articles/list-loaders";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { decodeCursor } from "@/lib/cursor";
import { getDb } from "@/lib/db/client";
import { olderPath, stockPath, stockTabPath } from "@/lib/urls";
import { findCompany, findFigures, listWeeks } from "./figures-queries";
import { listMentioning } from "./list-queries";
import { findStock } from "./profile-queries";
import { type StockTab, strandsOf } from "./strands";

/** Nobody knows the symbol (yet): the page is dropped when something mentions it or is made there. */
function tagUnknown(symbol: string) {
  tagPage([tag.stock(symbol), tag.path(decodeURIComponent(stockPath(symbol)))]);
}

/** Head and figures of a security, and one page of one of its lists. */
export const loadStock = cache(async (symbol: string, tab: StockTab, cursor?: string) => {
  const db = getDb();
  const security = await findStock(db, symbol);
  if (!security) {
    tagUnknown(symbol);
    return null;
  }
  const moved = (to: string) => ({ state: "moved" as const, to: cursor ? olderPath(to, cursor) : to });
  // All of a sector's mentions are of the sector: it has one list.
  if (cursor !== undefined && decodeCursor(cursor) === null) return null;
  if (security.kind === "sector" && tab === "sector") return moved(stockPath(symbol));
  const strands = strandsOf(security);
  const listTag = tag.stock(symbol);
  const ofSector = security.sector && tab === "sector" ? [tag.stock(security.sector.symbol)] : [];
  const page = await readPage(
    listTag,
    cursor,
    (database, options) => listMentioning(database, strands[tab], options),
    cursor ? ofSector.map((name) => `${name}:older`) : ofSector,
  );
  // Further pages of the list that held both kinds went on under the same address.
  if (!page && cursor && tab === "direct" && security.kind !== "sector" && security.hasOwnSector)
    return moved(stockTabPath(symbol, "sector"));
  if (!page) return null;
  const shown = { state: "found" as const, security, page };
  if (page.older) return { ...shown, figures: null };
  const now = new Date();
  const [counts, weeks, company] = await Promise.all([
    findFigures(db, strands, now),
    listWeeks(db, strands, now),
    findCompany(db, strands[tab], [symbol, ...(security.counterpart ? [security.counterpart.symbol] : [])]),
  ]);
  tagPage([
    tag.today,
    ...(security.sector ? [tag.stock(security.sector.symbol)] : []),
    ...company.outlets.map(({ id }) => tag.outlet(id)),
  ]);
  return { ...shown, figures: { ...counts, weeks, company } };
});

export type StockPage = Extract<NonNullable<Awaited<ReturnType<typeof loadStock>>>, { state: "found" }>;
export type StockFigures = NonNullable<StockPage["figures"]>;
