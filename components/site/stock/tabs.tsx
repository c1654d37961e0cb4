import { sayCount } from "@/components/site/stock/counts";
import type { StockPage } from "@/lib/securities/stock-loaders";
import type { StockTab } from "@/lib/securities/strands";
import { stockTabPath } from "@/lib/urls";

type Props = { stock: StockPage; tab: StockTab };

/** The lists of a security. One of its sector is there where it has a sector, or somebody looks at it. */
export function StockTabs({ stock: { security, figures }, tab: current }: Props) {
  const { symbol, kind, sector, hasOwnSector } = security;
  const hasSectorList = kind !== "sector" && (sector !== null || hasOwnSector || current === "sector");
  const tabs: [StockTab, string][] = [
    ["direct", kind === "sector" ? "板块提及" : "直接提及"],
    ...(hasSectorList ? [["sector", "板块提及"] satisfies [StockTab, string]] : []),
    ["flashes", "只看快讯"],
  ];
  return (
    <nav className="tabs" aria-label="提及方式">
      {tabs.map(([tab, label]) => (
        <a key={tab} href={stockTabPath(symbol, tab)} aria-current={tab === current ? "page" : undefined}>
          {label}
          {figures && <span className="num"> {sayCount(figures[tab])}</span>}
        </a>
      ))}
    </nav>
  );
}
