import { type SearchParams, searchHref } from "@/lib/search/filters";
import { searchPath } from "@/lib/urls";
import { feedPath } from "./address";
import { FEED_FORMATS, FEED_TYPES, type FeedFormat, type FeedTypes } from "./types";

/** The feed of a search; always newest first. */
export const searchFeedPath = (params: SearchParams, format: FeedFormat, after?: string) =>
  searchHref({ ...params, sort: "newest", after }).replace(searchPath, feedPath(searchPath, format));

/** How the page of a search names its feeds. */
export const searchFeedTypes = (params: SearchParams, title: string): FeedTypes =>
  Object.fromEntries(
    FEED_FORMATS.map((format) => [FEED_TYPES[format], [{ url: searchFeedPath(params, format), title }]]),
  );
