import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Missing, missingMetadata } from "@/components/site/missing";
import { StockPageView } from "@/components/site/stock/stock-page";
import { listKind, listMetadata } from "@/lib/articles/list-metadata";
import { feedTypes } from "@/lib/feeds/address";
import { decodeParts } from "@/lib/route-params";
import { readStockAddress } from "@/lib/securities/stock-address";
import { loadStock } from "@/lib/securities/stock-loaders";
import { loadSite } from "@/lib/settings/loaders";
import { drawStock, shareImage } from "@/lib/share-images/drawing";
import { olderPath, stockPath, stockTabPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path: string[] }> };

async function load(params: Props["params"]) {
  const parts = decodeParts((await params).path);
  const address = parts && readStockAddress(parts);
  const found = address && (await loadStock(address.symbol, address.tab, address.cursor));
  return found && { ...address, found };
}

export default async function StockPage({ params }: Props) {
  const loaded = await load(params);
  if (!loaded) return <Missing />;
  const { found, symbol, asWritten, tab, cursor } = loaded;
  if (found.state === "moved") permanentRedirect(found.to);
  const listPath = stockTabPath(symbol, tab);
  if (asWritten !== symbol) permanentRedirect(cursor ? olderPath(listPath, cursor) : listPath);
  return <StockPageView stock={found} tab={tab} cursor={cursor} />;
}

const SAYS = {
  direct: { suffix: "", says: (name: string) => `提到${name}的全部报道与快讯` },
  sector: { suffix: "：板块提及", says: (name: string) => `与${name}同一板块的报道与快讯` },
  flashes: { suffix: "：快讯", says: (name: string) => `提到${name}的快讯` },
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await load(params);
  if (loaded?.found.state !== "found") return missingMetadata;
  const { found, tab, symbol, cursor } = loaded;
  const title = `${found.security.name} ${symbol}`;
  return listMetadata({
    as: tab === "direct" ? listKind(found.page) : "facet",
    name: `${title}${SAYS[tab].suffix}`,
    description: `${SAYS[tab].says(title)}，按时间排列，一直到最早的一篇。`,
    listPath: stockTabPath(symbol, tab),
    cursor,
    page: found.page,
    image: shareImage("stock", symbol, drawStock(found.security, await loadSite())),
    types: feedTypes(stockPath(symbol), title),
  });
}
