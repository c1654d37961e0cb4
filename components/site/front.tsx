import { FlashRow } from "@/components/site/flash-row";
import { Headline } from "@/components/site/headline";
import { LiveFlashes } from "@/components/site/live/live-flashes";
import { OutletCount, SecurityChips, When } from "@/components/site/meta";
import { StoryRow } from "@/components/site/story-row";
import { type Card, flashBrief } from "@/lib/articles/cards";
import { encodeCursor } from "@/lib/cursor";
import type { OutletDigest } from "@/lib/front/loaders";
import { articlePath, categoriesPath, categoryPath, livePath, myPath, olderPath } from "@/lib/urls";

type Dated = { card: Card; today: Date };

export function Lead({ card, today, figure }: Dated & { figure: string | null }) {
  return (
    <article className={figure ? "lead lead-figure" : "lead"}>
      <div>
        <p className="kicker">
          <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
        </p>
        <h2>
          <a href={articlePath(card.slug)}>
            <Headline title={card.title} />
          </a>
        </h2>
        {card.summary && <p className="stand">{card.summary}</p>}
        <p className="meta">
          <When at={card.publishAt} today={today} />
          <OutletCount card={card} />
          <SecurityChips securities={card.securities} max={3} />
        </p>
      </div>
      {figure && <div dangerouslySetInnerHTML={{ __html: figure }} />}
    </article>
  );
}

export function Second({ card, today, withBrief, isPinned }: Dated & { withBrief: boolean; isPinned: boolean }) {
  return (
    <article className="second">
      <p className="kicker">
        <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
        {isPinned && <span className="pinned">置顶</span>}
      </p>
      <h2>
        <a href={articlePath(card.slug)}>
          <Headline title={card.title} />
        </a>
      </h2>
      {withBrief && card.summary && <p className="brief">{card.summary}</p>}
      <p className="meta">
        <When at={card.publishAt} today={today} />
        <OutletCount card={card} />
        <SecurityChips securities={card.securities} max={1} />
      </p>
    </article>
  );
}

type Flashes = {
  cards: Card[];
  onDesktop: number;
  today: Date;
  /** The newest event that the column knows; without one it stays as it is. */
  mark?: number;
};

/** The newest flashes, shortly; those behind `onDesktop` stand where the column is wide. */
export function Wire({ cards, onDesktop, today, mark }: Flashes) {
  const list = (
    <>
      {cards.length === 0 && <p className="brief">还没有快讯。</p>}
      <ol className="flashes">
        {cards.map((card, index) => (
          <FlashRow key={card.id} card={card} today={today} text={flashBrief(card)} extra={index >= onDesktop} />
        ))}
      </ol>
    </>
  );
  return (
    <section className="wire" aria-labelledby="wire">
      <div className="sect-head">
        <h2 id="wire">7×24 快讯</h2>
        <a href={livePath}>全部快讯</a>
      </div>
      {mark === undefined ? (
        list
      ) : (
        <LiveFlashes mark={mark} isColumn>
          {list}
        </LiveFlashes>
      )}
    </section>
  );
}

/** Characters a reader takes in per minute. */
const READING_SPEED = 350;

export function Reads({ cards }: { cards: Card[] }) {
  return (
    <section className="reads" aria-labelledby="reads">
      <div className="sect-head">
        <h2 id="reads">长读</h2>
        <span>近日篇幅最长</span>
      </div>
      <ol className="rel">
        {cards.map((card) => (
          <li key={card.id}>
            <a href={articlePath(card.slug)}>
              <Headline title={card.title} />
            </a>
            <p className="meta">
              <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
              <span>约读 {Math.ceil(card.wordCount / READING_SPEED)} 分钟</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Latest({ cards, today }: { cards: Card[]; today: Date }) {
  const last = cards.at(-1);
  return (
    <section className="latest" aria-labelledby="latest">
      <div className="sect-head">
        <h2 id="latest">最新报道</h2>
        <a className="if-follows" href={myPath}>
          只看自选
        </a>
      </div>
      <ol className="rows">
        {cards.map((card) => (
          <StoryRow key={card.id} card={card} today={today} />
        ))}
      </ol>
      {last && (
        <p className="more">
          <a href={olderPath("/", encodeCursor({ at: new Date(last.publishAt), id: last.id }))}>更早的报道</a>
        </p>
      )}
    </section>
  );
}

export function Outlets({ outlets }: { outlets: OutletDigest[] }) {
  return (
    <section className="outlets" aria-labelledby="outlets">
      <div className="sect-head">
        <h2 id="outlets">各家媒体</h2>
        <a href={categoriesPath}>全部媒体 A–Z</a>
      </div>
      <div className="outlet-grid">
        {outlets.map(({ slug, name, today, links }) => (
          <section key={slug} className="outlet">
            <h3>
              <a href={categoryPath(slug)}>{name}</a>
              {today > 0 && <span>今日 {today} 篇</span>}
            </h3>
            <ul>
              {links.map((link) => (
                <li key={link.id}>
                  <a href={articlePath(link.slug)}>{link.title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
