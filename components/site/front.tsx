import { FlashRow } from "@/components/site/flash-row";
import { Headline } from "@/components/site/headline";
import { SecurityChips, When } from "@/components/site/meta";
import { StoryRow } from "@/components/site/story-row";
import type { Card } from "@/lib/articles/cards";
import type { OutletDigest } from "@/lib/articles/list-loaders";
import { encodeCursor } from "@/lib/cursor";
import { articlePath, categoriesPath, categoryPath, livePath, olderPath } from "@/lib/urls";

type Dated = { card: Card; today: Date };

export function Lead({ card, today, figure }: Dated & { figure: string | null }) {
  return (
    <article className="lead">
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
        <SecurityChips securities={card.securities} max={3} />
      </p>
      {figure && <div dangerouslySetInnerHTML={{ __html: figure }} />}
    </article>
  );
}

export function Second({ card, today, withBrief }: Dated & { withBrief: boolean }) {
  return (
    <article className="second">
      <p className="kicker">
        <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
      </p>
      <h2>
        <a href={articlePath(card.slug)}>
          <Headline title={card.title} />
        </a>
      </h2>
      {withBrief && card.summary && <p className="brief">{card.summary}</p>}
      <p className="meta">
        <When at={card.publishAt} today={today} />
        <SecurityChips securities={card.securities} max={1} />
      </p>
    </article>
  );
}

export function Wire({ cards, today }: { cards: Card[]; today: Date }) {
  return (
    <section className="wire" aria-labelledby="wire">
      <div className="sect-head">
        <h2 id="wire">7×24 快讯</h2>
        <a href={livePath}>全部快讯</a>
      </div>
      <ol className="flashes">
        {cards.map((card) => (
          <FlashRow key={card.id} card={card} today={today} />
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
        {outlets.map(({ slug, name, today, cards }) => (
          <section key={slug} className="outlet">
            <h3>
              <a href={categoryPath(slug)}>{name}</a>
              {today > 0 && <span>今日 {today} 篇</span>}
            </h3>
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <a href={articlePath(card.slug)}>{card.title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
