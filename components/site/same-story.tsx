import { When } from "@/components/site/meta";
import { RailSection } from "@/components/site/rail-section";
import type { Article } from "@/lib/articles/loaders";
import { sayCluster } from "@/lib/clusters/words";
import { articlePath } from "@/lib/urls";

/** Everybody who tells the story of an article, in the order of publication, the article itself marked. */
export function SameStory({ article: { id: own, cluster, publishAt } }: { article: Article }) {
  const outlets = new Set(cluster.map(({ categoryId }) => categoryId)).size;
  const title = `${sayCluster({ outlets, articles: cluster.length })}${outlets > 1 ? "报道" : ""}`;
  return (
    <RailSection id="cluster" title={title}>
      <ol className="same">
        {cluster.map(({ id, slug, kind, title, publishAt: at, categoryName }, n) => (
          <li key={id} aria-current={id === own ? "true" : undefined}>
            <When at={at} today={new Date(publishAt)} />
            <div>
              {id === own ? <b>{title}</b> : <a href={articlePath(slug)}>{title}</a>}
              <p className="meta">
                <span>{categoryName}</span>
                {kind === "flash" && <span>快讯</span>}
                {n === 0 && <span>最早</span>}
                {id === own && <span>本文</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </RailSection>
  );
}
