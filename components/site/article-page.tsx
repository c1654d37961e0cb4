import { ArticleHeader, ArticleText } from "@/components/site/article";
import { ArticleRail } from "@/components/site/article-rail";
import { ArticleData } from "@/components/site/data/article-data";
import { Frame } from "@/components/site/frame";
import { Island } from "@/components/site/island";
import { ArticleTools } from "@/components/site/reading/article-tools";
import { PrintedSource } from "@/components/site/reading/printed-source";
import { ReportForm } from "@/components/site/report-form";
import type { Article } from "@/lib/articles/loaders";

/** From so many characters on a text fills several windows, and a bar says how much of it is read. */
const LONG_TEXT = 600;

/** An article's whole page, for readers and in the preview, where there is nothing to report or to share. */
export function ArticlePage({ article, withReport }: { article: Article; withReport?: boolean }) {
  const end = (
    <>
      <PrintedSource article={article} />
      <ArticleTools article={article} place="end" />
      <ReportForm articleId={article.id} slug={article.slug} />
    </>
  );
  return (
    <Frame>
      <article className={article.wordCount > LONG_TEXT ? "story story-long" : "story"}>
        <ArticleHeader article={article} />
        {withReport && <ArticleTools article={article} place="start" />}
        <ArticleText article={article} end={withReport && end} />
        <ArticleRail article={article} />
      </article>
      {withReport && <ArticleData article={article} />}
      {withReport && <Island name="article" />}
    </Frame>
  );
}
