import { SecurityBars } from "@/components/site/count-bars";
import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { SearchForm } from "@/components/site/search/search-form";
import { StockLetters } from "@/components/site/stock/letters";
import { HOME_WAY, Ways } from "@/components/site/ways";
import { longDay } from "@/lib/dates";
import type { StockBoard } from "@/lib/securities/board-loaders";
import { livePath, stocksPath } from "@/lib/urls";

const LIVE_WAY = { href: livePath, label: "7×24 快讯", says: "刚刚发生的事，逐条列出" };

/** Finds a security, says which are mentioned most, and leads to all of them by letter. */
export function StockBoardView({ board: { today, week, lately, letters } }: { board: StockBoard }) {
  const all = letters.reduce((sum, { count }) => sum + count, 0);
  return (
    <Frame section="stocks">
      <header className="page-head stocks-head">
        <h1>个股新闻</h1>
        <p className="stand">
          {all > 0
            ? `每个证券一页，汇集提到它的全部报道，一直到最早的一篇。现有 ${all.toLocaleString("en")} 个。`
            : "每个证券一页，汇集提到它的全部报道。还没有报道提到证券，发布第一篇之后列在这里。"}
        </p>
        <SearchForm id="stock-q" isBig aim={{ title: "查找个股", label: "名称、拼音或代码" }} />
      </header>
      <CollectionData name="个股新闻" listPath={stocksPath} />
      {all === 0 ? (
        <Ways ways={[HOME_WAY, LIVE_WAY]} />
      ) : (
        <>
          <div className="boards">
            {lately && (
              <SecurityBars
                id="lately"
                title="最近提及最多"
                securities={lately.securities}
                more={since(lately.since)}
              />
            )}
            {week.length > 0 && (
              <>
                {today.length > 0 ? (
                  <SecurityBars id="today" title="今日提及最多" securities={today} />
                ) : (
                  <Nothing id="today" title="今日提及最多" />
                )}
                <SecurityBars id="week" title="本周提及最多" securities={week} more={<span>周一起</span>} />
              </>
            )}
          </div>
          <section className="by-letter" aria-labelledby="by-letter">
            <div className="sect-head">
              <h2 id="by-letter">全部证券 A–Z</h2>
              <span>按名称的拼音</span>
            </div>
            <StockLetters letters={letters} />
          </section>
        </>
      )}
    </Frame>
  );
}

const since = (at: string) => <span>{longDay(at)}起</span>;

const Nothing = ({ id, title }: { id: string; title: string }) => (
  <section aria-labelledby={id}>
    <div className="sect-head">
      <h2 id={id}>{title}</h2>
    </div>
    <p className="none">今天还没有报道提到证券。</p>
  </section>
);
