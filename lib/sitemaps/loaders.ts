import "server-only";
import { endPageAt, tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { indexAs } from "@/lib/indexing/index-as";
import { loadSite } from "@/lib/settings/loaders";
import { listNews, NEWS_MS } from "@/lib/sitemaps/news-queries";
import { listParts } from "@/lib/sitemaps/parts";
import { writeNewsSitemap, writeSitemapIndex } from "@/lib/sitemaps/xml";
import { articlePath } from "@/lib/urls";

/** The sitemap that names the others: stale with whatever is published, changed or leaves. */
export async function loadSitemapIndex(): Promise<string> {
  tagPage([tag.archive, tag.categories, tag.stocks, tag.indexing]);
  indexAs("data");
  return writeSitemapIndex(env().siteUrl, await listParts(getDb()));
}

/** What news search reads; it ends by itself when its oldest story is two days old. */
export async function loadNewsSitemap(): Promise<string> {
  tagPage([tag.archive, tag.indexing]);
  indexAs("data");
  const [{ name }, news] = await Promise.all([loadSite(), listNews(getDb(), new Date())]);
  const oldest = news.at(-1);
  if (oldest) endPageAt(new Date(oldest.publishAt.getTime() + NEWS_MS));
  const entries = news.map(({ slug, ...story }) => ({ ...story, path: articlePath(slug) }));
  return writeNewsSitemap(env().siteUrl, name, entries);
}
