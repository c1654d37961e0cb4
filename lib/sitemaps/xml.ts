import { beijingIso } from "@/lib/dates";
import { escapeXml } from "@/lib/feeds/xml";

/** One address of a sitemap; `changedAt`: when what stands there last changed, null where that cannot be said truthfully. */
export type SitemapEntry = { path: string; changedAt: Date | string | null };
export type NewsEntry = { path: string; title: string; publishAt: Date | string };

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The rules of sitemaps ask for the apostrophe as well. */
const escaped = (text: string) => escapeXml(text).replaceAll("'", "&#39;");

const place = (siteUrl: string, { path, changedAt }: SitemapEntry) =>
  `<loc>${escaped(siteUrl + path)}</loc>${changedAt === null ? "" : `<lastmod>${beijingIso(changedAt)}</lastmod>`}`;

export const URLSET_START = `${HEAD}<urlset xmlns="${NAMESPACE}">\n`;
export const URLSET_END = "</urlset>\n";
export const writeUrls = (siteUrl: string, entries: readonly SitemapEntry[]) =>
  entries.map((entry) => `<url>${place(siteUrl, entry)}</url>\n`).join("");

/** The sitemap that names the others. */
export const writeSitemapIndex = (siteUrl: string, parts: readonly SitemapEntry[]) =>
  `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${parts.map((part) => `<sitemap>${place(siteUrl, part)}</sitemap>\n`).join("")}</sitemapindex>\n`;

/**
 * A sitemap for news search. While there is no news the home page stands in it without a word of news, because a
 * sitemap must name something and an address without `news:news` is no news.
 */
export function writeNewsSitemap(siteUrl: string, publication: string, entries: readonly NewsEntry[]) {
  const news = ({ title, publishAt }: NewsEntry) =>
    `<news:news><news:publication><news:name>${escaped(publication)}</news:name><news:language>zh-cn</news:language></news:publication><news:publication_date>${beijingIso(publishAt)}</news:publication_date><news:title>${escaped(title)}</news:title></news:news>`;
  const urls = entries.map(
    (entry) => `<url>${place(siteUrl, { path: entry.path, changedAt: null })}${news(entry)}</url>\n`,
  );
  if (urls.length === 0) urls.push(writeUrls(siteUrl, [{ path: "/", changedAt: null }]));
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:news="${NEWS_NAMESPACE}">\n${urls.join("")}${URLSET_END}`;
}
