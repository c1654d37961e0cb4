import "server-only";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { type SearchParams, searchParams } from "@/lib/search/filters";
import { loadSite } from "@/lib/settings/loaders";
import { correctionsPath, searchPath } from "@/lib/urls";
import { readActsFeed } from "./acts-feed";
import { type FeedAddress, feedPath } from "./address";
import { type ReadFeed, readArticleFeed } from "./article-feed";
import { hubOf } from "./hub";
import { readSearchFeed } from "./search-feed";
import { findSource } from "./sources";

async function loadAround() {
  const { name } = await loadSite();
  return { siteUrl: env().siteUrl, siteName: name, hub: hubOf() };
}

/** Everything that a document shows expires it; what securities are called is expired by one tag for all. */
function tagShown({ shows }: ReadFeed) {
  tagPage([
    tag.names,
    ...shows.articles.map(tag.article),
    ...shows.outlets.map(tag.outlet),
    ...shows.tags.map(tag.topicPlace),
  ]);
}

/** The document at an address; where its list moved to; null when there is none. */
export async function loadFeed(address: FeedAddress) {
  const { list, format, cursor, isOtherName } = address;
  const listPath = `/${list.join("/")}`;
  const around = await loadAround();
  if (listPath === correctionsPath) {
    if (isOtherName) return { state: "moved", to: feedPath(correctionsPath, format, cursor) } as const;
    tagPage([tag.corrections]);
    const read = await readActsFeed(getDb(), address, around);
    if (read) tagShown(read);
    return read && ({ state: "found", ...read } as const);
  }
  const found = await findSource(getDb(), list);
  // Nothing is there yet; what makes the list expires this.
  if (!found) tagPage([tag.path(listPath), ...(list[0] === "stock" ? [tag.stock(list[1]?.toUpperCase() ?? "")] : [])]);
  if (!found) return null;
  if (found.state === "moved") return { state: "moved", to: feedPath(found.to, format, cursor) } as const;
  const { source, listTags, moreTags } = found;
  if (isOtherName) return { state: "moved", to: feedPath(source.listPath, format, cursor) } as const;
  tagPage([...moreTags, ...listTags.map((name) => (cursor === undefined ? name : `${name}:older`))]);
  const read = await readArticleFeed(getDb(), found.list, source, address, around);
  if (read) tagShown(read);
  return read && ({ state: "found", ...read } as const);
}

/** What a search finds, for who asks at this moment; null when it asks for nothing. */
export async function loadSearchFeed({ format, isOtherName }: FeedAddress, query: URLSearchParams) {
  const given: Record<string, string[]> = {};
  for (const [key, value] of query) given[key] = [...(given[key] ?? []), value];
  const params: SearchParams = searchParams.parse(given);
  if (isOtherName) return { state: "moved", to: `${feedPath(searchPath, format)}?${query}` } as const;
  const read = await readSearchFeed(getDb(), params, format, await loadAround());
  return read && ({ state: "found", ...read } as const);
}
