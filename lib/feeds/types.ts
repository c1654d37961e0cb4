/** One thing that a feed tells of. `path` is where it is read. */
export type FeedItem = { id: string; title: string; path: string; at: string; text: string; outlet?: string };

/** A feed as such; `path` is the page that it follows. */
export type FeedChannel = { title: string; description: string; path: string; feedPath: string; siteUrl: string };

export const FEED_TYPES = {
  xml: "application/rss+xml",
  json: "application/feed+json",
} as const;

/** How a page's metadata names its feeds, for readers that look for them. */
export type FeedTypes = Record<string, { url: string; title: string }[]>;
