import type { Article } from "@/lib/articles/loaders";
import { longTime } from "@/lib/dates";
import { env } from "@/lib/env";
import { articlePath } from "@/lib/urls";

/** Where a printed sheet comes from; on paper only. */
export const PrintedSource = ({ article }: { article: Article }) => (
  <p className="printed-source">
    《{article.title}》，{article.sourceName || article.categoryName}，{longTime(article.publishAt)}（北京时间）
    <br />
    {env().siteUrl + articlePath(article.slug)}
  </p>
);
