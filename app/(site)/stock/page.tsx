import type { Metadata } from "next";
import { StockBoardView } from "@/components/site/stock/board";
import { pageMetadata } from "@/lib/metadata";
import { loadStockBoard } from "@/lib/securities/board-loaders";
import { stocksPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata({
    as: "list",
    title: "个股新闻",
    description: "按名称、拼音或代码查找个股，今日与本周提及最多的证券，以及按拼音排列的全部证券。",
    path: stocksPath,
  });

export default async function StocksPage() {
  return <StockBoardView board={await loadStockBoard()} />;
}
