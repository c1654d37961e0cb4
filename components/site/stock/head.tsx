import { Crumb } from "@/components/site/crumb";
import { FeedLink } from "@/components/site/feed-link";
import { FollowButton } from "@/components/site/my/follow-button";
import { sayArticles } from "@/components/site/stock/counts";
import { longDay, timeSpan } from "@/lib/dates";
import { feedPath } from "@/lib/feeds/address";
import { marketOf } from "@/lib/securities/markets";
import type { StockFigures, StockPage } from "@/lib/securities/stock-loaders";
import { stockPath, stocksPath } from "@/lib/urls";

/** Of a stock the crumb says it. */
const KINDS = { index: "指数", fund: "基金", sector: "板块" };

type Security = StockPage["security"];

/** What a security is, and on the newest page of a list what is known of it; further pages say their span of time. */
export function StockHead({ stock: { security, page, figures } }: { stock: StockPage }) {
  const { name, symbol, kind } = security;
  const [newest, oldest] = [page.cards[0], page.cards.at(-1)];
  return (
    <header className="page-head stock-head">
      <Crumb steps={[{ href: stocksPath, label: "个股" }]} />
      {kind !== "stock" && <p className="kicker">{KINDS[kind]}</p>}
      <h1>
        {name} <span className="num">{symbol}</span>
      </h1>
      {figures && <About security={security} />}
      {page.older && newest && oldest && <p className="stand">{timeSpan(oldest.publishAt, newest.publishAt)}</p>}
      {figures && <Facts security={security} figures={figures} />}
      <p className="actions">
        <FollowButton path={stockPath(symbol)} title={name} />
        <FeedLink href={feedPath(stockPath(symbol), "rss")} />
      </p>
    </header>
  );
}

function About({ security: { symbol, fullName, industry, listedOn } }: { security: Security }) {
  const says = [
    fullName,
    marketOf(symbol)?.exchange,
    industry,
    listedOn && `${longDay(`${listedOn}T12:00:00+08:00`)}上市`,
  ].filter(Boolean);
  if (says.length === 0) return null;
  return (
    <p className="stand about">
      {says.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

const toSecurity = ({ symbol }: { symbol: string }, label: string) => (
  <a href={stockPath(symbol)}>
    {label} {symbol}
  </a>
);

function Facts({ security, figures }: { security: Security; figures: StockFigures }) {
  const { kind, counterpart, sector, formerNames } = security;
  const { direct, sector: ofSector, today, first } = figures;
  const hasSector = kind !== "sector" && (sector !== null || ofSector.count > 0);
  const facts: [string, React.ReactNode][] = [
    [kind === "sector" ? "板块提及" : "直接提及", sayArticles(direct)],
    ["板块提及", hasSector && sayArticles(ofSector)],
    ["今日", sayArticles(today)],
    ["最早", first && longDay(first)],
    ["同一公司", counterpart && toSecurity(counterpart, marketOf(counterpart.symbol)?.share ?? counterpart.name)],
    ["所属板块", sector && toSecurity(sector, sector.name)],
    ["曾用名", formerNames.join("、")],
  ];
  return (
    <dl className="stock-facts">
      {facts
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
