const DAY = 86_400;
/** The longest that an edit may stay unseen behind a cache, and as long again while that cache asks. */
const EDIT = 1;
/** How long a cache may answer while the site cannot: a takedown is never later than this where both come together. */
const OUTAGE = 3600;

const stale = (whileAsking: number, whileBroken: number) =>
  `stale-while-revalidate=${whileAsking}, stale-if-error=${whileBroken}`;

/**
 * Who may keep which answer for how long: every `Cache-Control` of the site. docs/decisions/0028-cache-headers.md gives
 * the reasons.
 */
export const CACHE_CONTROL = {
  /**
   * Pages, feeds, redirects, and 410: what a cache in front may show a moment late. `must-revalidate` keeps browsers from
   * doing so: without it Chromium answers from its own cache while it asks.
   */
  page: `public, max-age=0, s-maxage=${EDIT}, must-revalidate, ${stale(EDIT, OUTAGE)}`,
  /** Nothing there: what is published there must be seen, and a broken site must not look like a missing page. */
  missing: `public, max-age=0, s-maxage=${EDIT}, must-revalidate`,
  /** Of the API and oEmbed: what was taken down must come from no cache of a program. */
  data: `public, max-age=0, s-maxage=${EDIT}, must-revalidate`,
  /** Made for who asks: what they look for is nobody else's. Going back asks again. */
  search: "private, no-cache",
  /** A failure, or a question that nobody asks twice. */
  never: "no-store",
  /** The newsroom and links that are secrets. */
  desk: "private, no-store",
  /** A file whose address changes with its content. */
  hashed: `public, max-age=${365 * DAY}, immutable`,
  /** A file whose content may change with a release. */
  file: `public, max-age=3600, ${stale(DAY, DAY)}`,
  /** Asked for anew each time: the service worker, the manifest, what open pages poll. */
  fresh: "no-cache",
  /** A picture whose sizes are still being made. */
  unfinished: "public, max-age=0, must-revalidate",
  /** What follows from the address alone. */
  derived: `public, max-age=${DAY}`,
  /** Names for what is being typed; they change a few times a day. */
  names: "public, max-age=60",
  /** The same for the newsroom. */
  ownNames: "private, max-age=60",
} as const;

/**
 * The same for caches that read RFC 9213. In `Cache-Control` what keeps browsers apart from them, `s-maxage` and
 * `must-revalidate`, forbids a strict one to answer stale (RFC 9111 §5.2.2.10); here nothing does.
 */
const TARGETED = `public, max-age=${EDIT}, ${stale(EDIT, OUTAGE)}`;

/** The headers of a kept answer, by its status. */
export const cachingOf = (status: number): Record<string, string> =>
  status === 404
    ? { "Cache-Control": CACHE_CONTROL.missing }
    : { "Cache-Control": CACHE_CONTROL.page, "CDN-Cache-Control": TARGETED };
