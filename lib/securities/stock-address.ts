import { readFurther } from "@/lib/articles/further";
import { STOCK_TABS, type StockTab } from "./strands";

export type StockAddress = { symbol: string; asWritten: string; tab: StockTab; cursor?: string };

const isTab = (part: string | undefined): part is StockTab =>
  part !== "direct" && (STOCK_TABS as readonly (string | undefined)[]).includes(part);

/** `{symbol}[/sector|/flashes][/before/{cursor}]`; null for anything else. */
export function readStockAddress([asWritten, ...rest]: string[]): StockAddress | null {
  const [first, ...others] = rest;
  const tab = isTab(first) ? first : "direct";
  const further = readFurther(tab === "direct" ? rest : others);
  return asWritten && further ? { symbol: asWritten.toUpperCase(), asWritten, tab, ...further } : null;
}
