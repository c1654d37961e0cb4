import { CollectionData } from "@/components/site/data/collection-data";
import { LevelMark } from "@/components/site/flash-row";
import { Frame } from "@/components/site/frame";
import { Headline } from "@/components/site/headline";
import { heldSections, WithRail } from "@/components/site/list-rail";
import { OutletCount, SecurityChips } from "@/components/site/meta";
import { HOME_WAY, type Way, Ways } from "@/components/site/ways";
import type { Card } from "@/lib/articles/cards";
import { beijingIso, longTime } from "@/lib/dates";
import type { MostReadPage } from "@/lib/most-read/loaders";
import { SPAN_KEYS, SPANS, type Span } from "@/lib/most-read/spans";
import { articlePath, categoryPath, livePath } from "@/lib/urls";

const LIVE_WAY: Way = { href: livePath, label: "7×24 快讯", says: "刚刚发生的事，逐条列出" };

/** Two addresses, each whole without a script. */
function SpanSwitch({ span: current }: { span: Span }) {
  return (
    <nav className="switch" aria-label="多久以来">
      {SPAN_KEYS.map((span) => (
        <a key={span} href={SPANS[span].path} aria-current={span === current ? "page" : undefined}>
          {SPANS[span].label}
        </a>
      ))}
    </nav>
  );
}

function Row({ card }: { card: Card }) {
  return (
    <li>
      <div>
        <h2>
          {card.kind === "flash" && <LevelMark level={card.level} />}
          <a href={articlePath(card.slug)}>
            <Headline title={card.title} />
          </a>
        </h2>
        {card.summary && <p className="brief">{card.summary}</p>}
        <p className="meta">
          <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
          <time dateTime={beijingIso(card.publishAt)}>{longTime(card.publishAt)}</time>
          <OutletCount card={card} />
          <SecurityChips securities={card.securities} />
        </p>
      </div>
    </li>
  );
}

/** Nobody was here yet: what the page is for, and where to go. */
function Nothing({ span }: { span: Span }) {
  const other = SPAN_KEYS.find((key) => key !== span)!;
  const week: Way = { href: SPANS[other].path, label: SPANS[other].label, says: "往前多看几天" };
  return (
    <>
      <p className="stand">最近 {SPANS[span].label}还没有人打开过报道。有人读过之后，这里按次数排出前十篇。</p>
      <Ways ways={span === "day" ? [HOME_WAY, LIVE_WAY, week] : [HOME_WAY, LIVE_WAY]} />
    </>
  );
}

export function MostReadView({ page: { span, cards, named, outlets } }: { page: MostReadPage }) {
  const isEmpty = cards.length === 0;
  return (
    <Frame>
      <div className="live-head">
        <header className="page-head">
          <h1>读得最多</h1>
          {!isEmpty && (
            <p className="stand">按最近 {SPANS[span].label}打开的次数排列，约十分钟核对一次。只数次数，不记是谁。</p>
          )}
        </header>
        <div className="live-tools">
          <SpanSwitch span={span} />
        </div>
      </div>
      <CollectionData name="读得最多" listPath={SPANS[span].path} items={cards} />
      {isEmpty ? (
        <Nothing span={span} />
      ) : (
        // In the order of readers: by days there is nothing to count.
        <WithRail sections={heldSections({ page: { named, outlets, days: [] } })}>
          <ol className="ranks ranks-long">
            {cards.map((card) => (
              <Row key={card.id} card={card} />
            ))}
          </ol>
        </WithRail>
      )}
    </Frame>
  );
}
