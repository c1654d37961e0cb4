import type { Article } from "@/lib/articles/loaders";
import { beijingIso, longDay } from "@/lib/dates";
import { articlePath, categoryPath, stockPath } from "@/lib/urls";

/** Beyond this many securities an article is a round-up, and the rest is one click away. */
const SECURITIES_IN_SIGHT = 12;
/** From this length on the text runs far past its rail. */
const LONG_TEXT = 900;

/** Beside the text: its securities, related stories, and what else the outlet reported. */
export function ArticleRail({ article }: { article: Article }) {
  const { mentions, related, fromOutlet, categoryName, categorySlug, wordCount } = article;
  const others = fromOutlet.slice(0, wordCount >= LONG_TEXT ? 8 : related.length > 0 ? 4 : 6);
  if (mentions.length + related.length + others.length === 0) return null;
  return (
    <aside className="story-rail" aria-label="与本文有关">
      {mentions.length > 0 && <Securities mentions={mentions} />}
      {related.length > 0 && (
        <section aria-labelledby="related">
          <div className="sect-head">
            <h2 id="related">相关报道</h2>
          </div>
          <Links cards={related} withOutlet />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="outlet">
          <div className="sect-head">
            <h2 id="outlet">{categoryName}此前</h2>
            <a href={categoryPath(categorySlug)}>全部报道</a>
          </div>
          <Links cards={others} />
        </section>
      )}
    </aside>
  );
}

function Securities({ mentions }: { mentions: Article["mentions"] }) {
  const list = (some: Article["mentions"]) => (
    <ul>
      {some.map(({ symbol, name, industry, relation }) => (
        <li key={symbol}>
          <a href={stockPath(symbol)}>
            <b>{name}</b>
            <span className="num">{symbol}</span>
            <span>{relation === "sector" ? "板块" : industry}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  const rest = mentions.slice(SECURITIES_IN_SIGHT);
  return (
    <section className="secs" aria-labelledby="securities">
      <div className="sect-head">
        <h2 id="securities">提及的证券</h2>
      </div>
      {list(mentions.slice(0, SECURITIES_IN_SIGHT))}
      {rest.length > 0 && (
        <details>
          <summary>另外 {rest.length} 只</summary>
          {list(rest)}
        </details>
      )}
    </section>
  );
}

function Links({ cards, withOutlet }: { cards: Article["related"]; withOutlet?: boolean }) {
  return (
    <ol className="rel">
      {cards.map((card) => (
        <li key={card.id}>
          <a href={articlePath(card.slug)}>{card.title}</a>
          <p className="meta">
            {withOutlet && <span>{card.categoryName}</span>}
            <time dateTime={beijingIso(card.publishAt)}>{longDay(card.publishAt)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
