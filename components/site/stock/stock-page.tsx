import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { StockHead } from "@/components/site/stock/head";
import { StockRail } from "@/components/site/stock/rail";
import { StockTabs } from "@/components/site/stock/tabs";
import { Weekly } from "@/components/site/stock/weekly";
import { marketOf } from "@/lib/securities/markets";
import type { StockPage } from "@/lib/securities/stock-loaders";
import type { StockTab } from "@/lib/securities/strands";
import { stockPath, stocksPath, stockTabPath } from "@/lib/urls";

type Props = { stock: StockPage; tab: StockTab };
/** `cursor`: behind which a further page begins. */
type PageProps = Props & { cursor?: string };

/** One list of a security's articles, with what is known of it beside. */
export function StockPageView({ stock, tab, cursor }: PageProps) {
  const { security, page, figures } = stock;
  const isSector = security.kind === "sector";
  const isEmpty = figures && figures.direct.count + figures.sector.count + figures.flashes.count === 0;
  return (
    <Frame section="stocks">
      <StockHead stock={stock} />
      <ListView
        page={page}
        listPath={stockTabPath(security.symbol, tab)}
        flashes={tab === "flashes"}
        hideSymbol={security.symbol}
        above={
          !isEmpty && (
            <>
              {figures && (
                <Weekly
                  weeks={figures.weeks}
                  withSector={!isSector && figures.sector.count > 0}
                  series={isSector ? "板块提及" : "直接提及"}
                />
              )}
              <StockTabs stock={stock} tab={tab} />
            </>
          )
        }
        rail={figures ? figures.company.of > 0 && <StockRail company={figures.company} /> : undefined}
        empty={isEmpty ? <NothingYet security={security} /> : <Elsewhere stock={stock} tab={tab} />}
      />
      <CollectionData
        name={`${security.name} ${security.symbol}`}
        listPath={stockTabPath(security.symbol, tab)}
        cursor={cursor}
        items={page.cards}
      />
    </Frame>
  );
}

function NothingYet({ security: { name, counterpart } }: { security: StockPage["security"] }) {
  return (
    <>
      还没有提到{name}的报道。发布之后，它们都列在这里。现在可以看看
      {counterpart && (
        <>
          <a href={stockPath(counterpart.symbol)}>
            同一公司的{marketOf(counterpart.symbol)?.share} {counterpart.symbol}
          </a>
          ，或者
        </>
      )}
      <a href={stocksPath}>提及最多的个股</a>。
    </>
  );
}

/** Where a list has nothing, the others have. */
function Elsewhere({ stock: { security, figures }, tab }: Props) {
  const { symbol, name, sector } = security;
  if (tab === "sector")
    return sector ? <>还没有报道提到{sector.name}板块。</> : <>不知道{name}属于哪个板块，因此这里没有报道。</>;
  if (tab === "flashes")
    return (
      <>
        还没有提到{name}的快讯，<a href={stockTabPath(symbol, "direct")}>全部报道</a>列在一起。
      </>
    );
  return (
    <>
      还没有直接提及{name}的报道
      {figures && figures.sector.count > 0 && (
        <>
          ，看看<a href={stockTabPath(symbol, "sector")}>它所属板块的报道</a>
        </>
      )}
      。
    </>
  );
}
