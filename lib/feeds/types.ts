/** A feed is written in each of these, at an address of its own: `/category/{slug}/atom.xml`. */
export const FEED_FILES = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" } as const;
export type FeedFormat = keyof typeof FEED_FILES;
export const FEED_FORMATS = Object.keys(FEED_FILES) as FeedFormat[];

export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** What an item is about: a tag, or a security by its symbol. `scheme` is the page that lists all of the kind. */
export type Topic = { scheme: string; term: string; label: string };

/** A picture as a file of its own; `length` in bytes. */
export type FeedPicture = { path: string; type: string; length: number; width: number; height: number };

/** One thing that a feed tells of. */
export type FeedItem = {
  /** `article:{id}`; the same for as long as the thing is there. */
  id: string;
  title: string;
  /** Where it is read. */
  path: string;
  publishedAt: string;
  /** When what a reader sees of it last changed; at first when it was published. */
  updatedAt: string;
  summary: string;
  /** The whole text as sanitised HTML; only where its licence lets us give it away. */
  html?: string;
  outlet?: string;
  topics: Topic[];
  picture?: FeedPicture;
};

/** What stood in a feed and was taken back; nothing of its text. */
export type GoneItem = { id: string; at: string; reason: string };

/** What a feed follows: the page of its list, and the path below which its documents are; the same for most. */
export type Source = { title: string; description: string; path: string; listPath: string };

/** One document of a feed, whatever it is written in. Paths; writers make addresses of them. */
export type Feed = {
  siteUrl: string;
  siteName: string;
  title: string;
  description: string;
  /** The page that it follows. */
  path: string;
  selfPath: string;
  /** The document that is subscribed to, where this is another. */
  currentPath: string | null;
  older: { path: string; rel: "prev-archive" | "next" } | null;
  /** Whether all that is in it stays in it (RFC 5005): new items never come here. */
  isArchive: boolean;
  hub: string | null;
  updatedAt: string;
  items: FeedItem[];
  gone: GoneItem[];
};

/** How a page's metadata names its feeds, for readers that look for them. */
export type FeedTypes = Record<string, { url: string; title: string }[]>;
