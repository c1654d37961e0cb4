import type { Article } from "@/lib/articles/loaders";
import { env } from "@/lib/env";
import { loadSite } from "@/lib/settings/loaders";
import { drawArticle, shareImage } from "@/lib/share-images/drawing";
import { articleData, baiduData } from "@/lib/structured-data/article";
import { StructuredData } from "./structured-data";

/** What an article's page says of itself to search engines. */
export async function ArticleData({ article }: { article: Article }) {
  const site = await loadSite();
  const { siteUrl } = env();
  const { path } = shareImage("article", article.id, drawArticle(article, site));
  return (
    <>
      <StructuredData data={articleData(article, site, siteUrl, path)} />
      <StructuredData data={baiduData(article, siteUrl, path)} />
    </>
  );
}
