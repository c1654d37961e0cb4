import { Crumb } from "@/components/site/crumb";
import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { letterName, StockLetters } from "@/components/site/stock/letters";
import type { StockLetter } from "@/lib/securities/board-loaders";
import { stockLetterPath, stockPath, stocksPath } from "@/lib/urls";

/** Every security with an article whose name begins with a letter. */
export function StockLetterView({ letter, page: { letters, securities } }: { letter: string; page: StockLetter }) {
  const title = letter === "0" ? "其他证券" : `拼音 ${letterName(letter)} 开头的证券`;
  return (
    <Frame section="stocks">
      <header className="page-head">
        <Crumb steps={[{ href: stocksPath, label: "个股" }]} />
        <h1>{title}</h1>
        <p className="stand">有报道提到的共 {securities.length.toLocaleString("en")} 个，按名称的拼音排列。</p>
      </header>
      <CollectionData name={title} listPath={stockLetterPath(letter)} />
      <StockLetters letters={letters} current={letter} />
      <ul className="stock-names">
        {securities.map(({ symbol, name }) => (
          <li key={symbol}>
            <a href={stockPath(symbol)}>
              {name} <span className="num">{symbol}</span>
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
