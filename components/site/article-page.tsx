import { ArticleHeader, ArticleText } from "@/components/site/article";
import { ArticleRail } from "@/components/site/article-rail";
import { Frame } from "@/components/site/frame";
import { ReportForm } from "@/components/site/report-form";
import type { Article } from "@/lib/articles/loaders";

/** An article's whole page, for readers and in the preview, where there is nothing to report. */
export function ArticlePage({ article, withReport }: { article: Article; withReport?: boolean }) {
  return (
    <Frame>
      <article className="story">
        <ArticleHeader article={article} />
        <ArticleText article={article} end={withReport && <ReportForm articleId={article.id} slug={article.slug} />} />
        <ArticleRail article={article} />
      </article>
    </Frame>
  );
}
