import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { loadStock, readFurther } from "@/lib/articles/list-loaders";
import { decodeParts } from "@/lib/route-params";
import { olderPath, stockPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path: string[] }> };

async function load(params: Props["params"]) {
  const [symbol, ...rest] = decodeParts((await params).path) ?? [];
  const further = readFurther(rest);
  if (!symbol || !further) return null;
  const found = await loadStock(symbol.toUpperCase(), further.cursor);
  return (
    found && {
      ...found,
      canonical: further.cursor
        ? olderPath(stockPath(found.security.symbol), further.cursor)
        : stockPath(found.security.symbol),
      asWritten: symbol,
    }
  );
}

export default async function StockPage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  const { security, page, canonical, asWritten } = found;
  if (asWritten !== security.symbol) permanentRedirect(canonical);
  return (
    <Frame>
      <header className="page-head">
        <h1>
          {security.name} <span className="num">{security.symbol}</span>
        </h1>
        <p className="stand">{[security.fullName, security.industry].filter(Boolean).join("　")}</p>
      </header>
      <ListView page={page} listPath={stockPath(security.symbol)} empty={`还没有提到${security.name}的报道。`} />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found) return missingMetadata;
  const { name, symbol } = found.security;
  return {
    title: `${name} ${symbol}`,
    description: `提到${name}（${symbol}）的全部报道与快讯，按时间排列。`,
    alternates: { canonical: found.canonical },
  };
}
