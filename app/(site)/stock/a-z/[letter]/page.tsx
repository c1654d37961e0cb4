import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Missing, missingMetadata } from "@/components/site/missing";
import { StockLetterView } from "@/components/site/stock/letter-page";
import { letterName } from "@/components/site/stock/letters";
import { pageMetadata } from "@/lib/metadata";
import { loadStockLetter } from "@/lib/securities/board-loaders";
import { stockLetterPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ letter: string }> };

export default async function StockLetterPage({ params }: Props) {
  const { letter: asWritten } = await params;
  const letter = asWritten.toLowerCase();
  const page = await loadStockLetter(letter);
  if (!page) return <Missing />;
  if (letter !== asWritten) permanentRedirect(stockLetterPath(letter));
  return <StockLetterView letter={letter} page={page} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const letter = (await params).letter.toLowerCase();
  const page = await loadStockLetter(letter);
  if (!page) return missingMetadata;
  const name = letterName(letter);
  return pageMetadata({
    as: "list",
    title: `证券 ${name}`,
    description: `名称的拼音以 ${name} 开头、有报道提到的证券，共 ${page.securities.length} 个。`,
    path: stockLetterPath(letter),
  });
}
