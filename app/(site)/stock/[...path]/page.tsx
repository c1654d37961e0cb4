import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { SecurityNote } from "@/components/site/notes";
import { PageHead } from "@/components/site/page-head";
import { loadStock, readFurther } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { decodeParts } from "@/lib/route-params";
import { olderPath, stockPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

const KINDS = { stock: "个股", index: "指数", fund: "基金", sector: "板块" };

type Props = { params: Promise<{ path: string[] }> };

async function load(params: Props["params"]) {
  const [symbol, ...rest] = decodeParts((await params).path) ?? [];
  const further = readFurther(rest);
  if (!symbol || !further) return null;
  const found = await loadStock(symbol.toUpperCase(), further.cursor);
  return found && { ...found, cursor: further.cursor, asWritten: symbol };
}

export default async function StockPage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  const { security, page, cursor, asWritten, mentioned } = found;
  const listPath = stockPath(security.symbol);
  if (asWritten !== security.symbol) permanentRedirect(cursor ? olderPath(listPath, cursor) : listPath);
  return (
    <Frame>
      <PageHead
        title={
          <>
            {security.name} <span className="num">{security.symbol}</span>
          </>
        }
        kicker={KINDS[security.kind]}
        page={page}
        note={mentioned && <SecurityNote security={security} mentioned={mentioned} />}
      />
      <ListView
        page={page}
        listPath={listPath}
        hideSymbol={security.symbol}
        empty={`还没有提到${security.name}的报道。`}
      />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found) return missingMetadata;
  const { name, symbol } = found.security;
  return listMetadata({
    name: `${name} ${symbol}`,
    description: `提到${name}（${symbol}）的全部报道与快讯，按时间排列。`,
    listPath: stockPath(symbol),
    cursor: found.cursor,
    page: found.page,
  });
}
