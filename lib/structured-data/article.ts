import type { Article } from "@/lib/articles/loaders";
import { beijingIso } from "@/lib/dates";
import type { Site } from "@/lib/settings/defaults";
import { articlePath, categoryPath, stockPath } from "@/lib/urls";
import { partOfSite, publisherOf, SCHEMA } from "./site";

/** As many pictures of a text as are named; nobody shows more. */
const MOST_PICTURES = 3;
/** As many securities as stand in sight beside the text. */
const MOST_SECURITIES = 10;

/** Addresses of the pictures in a body, of this site all of them. */
const picturesIn = (html: string, origin: string) =>
  [...new Set([...html.matchAll(/<img [^>]*?\bsrc="(\/[^"]+)"/g)].map(([, src]) => src!.replaceAll("&amp;", "&")))]
    .slice(0, MOST_PICTURES)
    .map((src) => origin + src);

/** Who wrote it, as the page says: the outlet named as its source, or the one it stands under. */
function authorOf({ sourceName, categoryName, categorySlug }: Article, origin: string) {
  if (sourceName !== "" && sourceName !== categoryName) return { "@type": "Organization", name: sourceName };
  return { "@type": "Organization", name: categoryName, url: origin + categoryPath(categorySlug) };
}

/**
 * An article for search engines (https://developers.google.com/search/docs/appearance/structured-data/article): what its
 * page says in words, without the text.
 * @param shareImage where its share image is, for one without pictures
 */
export function articleData(article: Article, site: Site, origin: string, shareImage: string) {
  const { title, publishAt, revisedAt, slug, originalUrl, editorName, corrections, mentions } = article;
  const url = origin + articlePath(slug);
  const pictures = picturesIn(article.bodyHtml, origin);
  return {
    "@context": SCHEMA,
    "@type": "NewsArticle",
    headline: title,
    mainEntityOfPage: url,
    url,
    image: pictures.length > 0 ? pictures : [origin + shareImage],
    datePublished: beijingIso(publishAt),
    dateModified: beijingIso(revisedAt ?? publishAt),
    author: [authorOf(article, origin)],
    ...(editorName && { editor: { "@type": "Person", name: editorName } }),
    publisher: publisherOf(site, origin),
    isPartOf: partOfSite(origin),
    inLanguage: "zh-CN",
    isAccessibleForFree: true,
    articleSection: article.categoryName,
    ...(originalUrl && { isBasedOn: originalUrl }),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ note, at }) => ({
        "@type": "CorrectionComment",
        text: note,
        datePublished: beijingIso(at),
      })),
    }),
    ...(mentions.length > 0 && {
      mentions: mentions.slice(0, MOST_SECURITIES).map(({ symbol, name }) => ({
        "@type": "Thing",
        name,
        url: origin + stockPath(symbol),
      })),
    }),
  };
}

/** The form that Baidu reads (https://ziyuan.baidu.com): its times are of Beijing and carry no zone. */
export function baiduData(article: Article, origin: string, shareImage: string) {
  const { title, description, publishAt, revisedAt, slug, bodyHtml } = article;
  const time = (at: string) => beijingIso(at).slice(0, 19);
  const [picture = origin + shareImage] = picturesIn(bodyHtml, origin);
  return {
    "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
    "@id": origin + articlePath(slug),
    title,
    images: [picture],
    description,
    pubDate: time(publishAt),
    upDate: time(revisedAt ?? publishAt),
  };
}
