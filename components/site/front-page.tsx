import { BreakingBar } from "@/components/site/breaking-bar";
import { SecurityBars } from "@/components/site/count-bars";
import { Frame } from "@/components/site/frame";
import { Latest, Lead, Outlets, Reads, Second, Wire } from "@/components/site/front";
import { MostReadBox } from "@/components/site/most-read/most-read-box";
import type { ShownBar } from "@/lib/front/bar";
import type { OutletDigest } from "@/lib/front/loaders";
import type { News } from "@/lib/front/news";
import { stocksPath } from "@/lib/urls";

type Props = {
  news: News;
  outlets: OutletDigest[];
  bar: ShownBar | null;
  today: Date;
  /** The newest event that the page's flashes know. */
  mark?: number;
};

/** The home page: what is breaking, the lead and what stands beside it, the wire, the newest, the outlets. */
export function FrontPage({ news, outlets, bar, today, mark }: Props) {
  const { lead, figure, seconds, latest, reads, flashes, flashesOnDesktop, hot, mostRead } = news;
  return (
    <Frame section="home" today={today}>
      {bar && <BreakingBar bar={bar} today={today} />}
      <div className="front">
        {lead ? (
          <Lead card={lead} today={today} figure={figure} />
        ) : (
          <p className="lead stand">还没有报道。发布第一篇之后，这里就是头条。</p>
        )}
        <div className="seconds">
          {seconds.map(({ card, ...how }) => (
            <Second key={card.id} card={card} today={today} {...how} />
          ))}
        </div>
        <Wire cards={flashes} onDesktop={flashesOnDesktop} today={today} mark={mark} />
        <Latest cards={latest} today={today} />
        <div className="rail">
          {mostRead.week.length > 0 && <MostReadBox lists={mostRead} />}
          {hot.length > 0 && (
            <SecurityBars id="hot" title="近三日提及最多" securities={hot} more={<a href={stocksPath}>全部个股</a>} />
          )}
          {reads.length > 0 && <Reads cards={reads} />}
        </div>
      </div>
      {outlets.length > 0 && <Outlets outlets={outlets} />}
    </Frame>
  );
}
