/** What an outlet lets search engines and crawlers do with its page and its articles: columns of `categories`. */
export type OutletPolicy = { indexing: "index" | "noindex"; inNews: boolean; aiCrawlers: boolean };

/**
 * What an address shows, as far as indexes care.
 * - `article`, `outlet`: as the outlet allows
 * - `list`: the first page of a list that outlets share, and pages of the site itself; `further`: those behind it
 * - `facet`: a part of a list that stands whole at another address; `empty`: a list that holds nothing yet
 * - `search`: made for who asks, without end; `derived`: made from an article, which is what a search should find
 * - `personal`: what only this browser knows; `secret`: the address is the secret; `desk`: the newsroom and its doors
 * - `embed`, `feed`, `data`: for programs and other sites' pages; `missing`: 404 and 410
 */
export const PAGE_KINDS = [
  ...(["article", "outlet", "list", "further", "facet", "empty", "search", "derived", "personal"] as const),
  ...(["secret", "desk", "embed", "feed", "data", "missing"] as const),
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** Says that a text may not be mined (W3C TDM Reservation Protocol); the page server refuses AI crawlers where it stands. */
export const TDM_HEADER = "tdm-reservation";

const INDEXED = "index, follow, max-image-preview:large";
const ROBOTS: Record<PageKind, string> = {
  article: INDEXED,
  outlet: INDEXED,
  list: INDEXED,
  further: INDEXED,
  facet: "noindex, follow",
  empty: "noindex, follow",
  search: "noindex, follow",
  derived: "noindex, follow",
  personal: "noindex, nofollow",
  secret: "noindex, nofollow, noarchive",
  desk: "noindex, nofollow",
  embed: "noindex",
  feed: "noindex",
  data: "noindex",
  missing: "noindex",
};

/** Pages that hold an outlet's texts: what the outlet forbids holds here. */
const OF_OUTLET = new Set<PageKind>(["article", "outlet", "further", "derived", "embed"]);
const IN_SITEMAP = new Set<PageKind>(["article", "outlet", "list"]);

export type Sent = {
  /** Of `<meta name="robots">`, and of the header unless more stands there. */
  robots: string;
  headers: Record<string, string>;
  /** Further `<meta>` elements by name. */
  meta: Record<string, string>;
  inSitemap: boolean;
  inNewsSitemap: boolean;
};

/** Everything that is said of a page to crawlers and indexes; pages, headers and sitemaps all take it from here. */
export function sentWith(kind: PageKind, outlet?: OutletPolicy): Sent {
  const own = OF_OUTLET.has(kind) ? outlet : undefined;
  const isIndexed = ROBOTS[kind] === INDEXED && own?.indexing !== "noindex";
  const robots = ROBOTS[kind] === INDEXED && !isIndexed ? "noindex, follow" : ROBOTS[kind];
  const noNews = isIndexed && own?.inNews === false;
  const noMining = own?.aiCrawlers === false;
  // What is for one crawler stands last: a name holds for all that follows it.
  const header = [robots, ...(noMining ? ["noai, noimageai"] : []), ...(noNews ? ["googlebot-news: noindex"] : [])];
  return {
    robots,
    headers: { "X-Robots-Tag": header.join(", "), ...(noMining && { [TDM_HEADER]: "1" }) },
    meta: { ...(noNews && { "googlebot-news": "noindex" }), ...(noMining && { [TDM_HEADER]: "1" }) },
    inSitemap: isIndexed && IN_SITEMAP.has(kind),
    inNewsSitemap: isIndexed && kind === "article" && own?.inNews !== false,
  };
}

/** What a page's metadata says of it. */
export function robotsOf(kind: PageKind, outlet?: OutletPolicy): { robots: string; other: Record<string, string> } {
  const { robots, meta } = sentWith(kind, outlet);
  return { robots, other: meta };
}
