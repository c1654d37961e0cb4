import { Links } from "@/components/site/links";
import { FollowButton } from "@/components/site/my/follow-button";
import { RailSection } from "@/components/site/rail-section";
import { SameStory } from "@/components/site/same-story";
import type { Article } from "@/lib/articles/loaders";
import { categoryPath, stockPath } from "@/lib/urls";

/** Beyond this many securities an article is a round-up, and the rest is one click away. */
const SECURITIES_IN_SIGHT = 10;
/** Where the loader stops counting. */
const COUNTED = 100;

/** Beside the text: its securities, related stories, what else the outlet and the others reported before. */
export function ArticleRail({ article }: { article: Article }) {
  const { mentions, cluster, related, fromOutlet, meanwhile, categoryName, categorySlug } = article;
  if (mentions.length + cluster.length + related.length + fromOutlet.length + meanwhile.length === 0) return null;
  return (
    <aside className="story-rail" aria-label="与本文有关">
      {mentions.length > 0 && <Securities mentions={mentions} />}
      {cluster.length > 0 && <SameStory article={article} />}
      {related.length > 0 && (
        <RailSection id="related" title="相关报道">
          <Links links={related} withOutlet />
        </RailSection>
      )}
      {fromOutlet.length > 0 && (
        <RailSection id="outlet" title={`${categoryName}此前`} more={<a href={categoryPath(categorySlug)}>全部报道</a>}>
          <Links links={fromOutlet} />
        </RailSection>
      )}
      {meanwhile.length > 0 && (
        <RailSection id="meanwhile" title="同一时段">
          <Links links={meanwhile} withOutlet time="minute" />
        </RailSection>
      )}
    </aside>
  );
}

function Securities({ mentions }: { mentions: Article["mentions"] }) {
  const rest = mentions.slice(SECURITIES_IN_SIGHT);
  return (
    <RailSection id="securities" title="提及的证券" more={<span>本文之前</span>}>
      <SecurityList mentions={mentions.slice(0, SECURITIES_IN_SIGHT)} />
      {rest.length > 0 && (
        <details className="secs-more">
          <summary>另外 {rest.length} 只</summary>
          <SecurityList mentions={rest} />
        </details>
      )}
    </RailSection>
  );
}

function SecurityList({ mentions }: { mentions: Article["mentions"] }) {
  return (
    <ul className="secs">
      {mentions.map(({ symbol, name, earlier }) => (
        <li key={symbol}>
          <a href={stockPath(symbol)}>
            <b>{name}</b>
            <span className="num">{symbol}</span>
            <span className="num">
              {earlier === 0 ? "首次提及" : `${earlier < COUNTED ? earlier : `${COUNTED} 多`} 篇`}
            </span>
          </a>
          <FollowButton path={stockPath(symbol)} title={name} isSmall />
        </li>
      ))}
    </ul>
  );
}
