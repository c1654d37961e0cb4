import { ArticleHeader, ArticleText } from "@/components/site/article";
import { ArticleRail } from "@/components/site/article-rail";
import { Frame } from "@/components/site/frame";
import type { Article } from "@/lib/articles/loaders";

/** An article's whole page, for readers and in the preview. */
export function ArticlePage({ article }: { article: Article }) {
  return (
    <Frame>
      <article className="story">
        <ArticleHeader article={article} />
        <ArticleText article={article} />
        <ArticleRail article={article} />
      </article>
    </Frame>
  );
}
