/**
 * The names of what a cached page shows. A page carries the tag of each thing on it; a command expires the tags of
 * what it changed. Lists have two: the newest page (`…`) and all older pages (`…:older`), because a story that is
 * newer than all others cannot move an older page.
 */
export const tag = {
  article: (id: string) => `article:${id}`,
  category: (id: string) => `category:${id}`,
  categoryOlder: (id: string) => `category:${id}:older`,
  /** What an outlet is called and where its page is: on every page that names it, and on redirects that lead to it. */
  outlet: (id: string) => `outlet:${id}`,
  /** The A–Z directory. */
  categories: "categories",
  /** What securities and outlets are called, by any of their names: what a search understands. */
  names: "names",
  /** A list by tag or security. */
  topic: (id: string) => `tag:${id}`,
  topicOlder: (id: string) => `tag:${id}:older`,
  /** Where the page of a tag is: on redirects that lead to it. */
  topicPlace: (id: string) => `tag:${id}:place`,
  stock: (symbol: string) => `stock:${symbol}`,
  stockOlder: (symbol: string) => `stock:${symbol}:older`,
  /** What is mentioned most, and the A–Z of securities. */
  stocks: "stocks",
  /** All pages of the public record of corrections, withdrawals and takedowns. */
  corrections: "corrections",
  home: "home",
  /** Older pages of the list of all stories. */
  homeOlder: "home:older",
  /** What was read most, on the home page and on pages of its own; announced by the worker when the order changed. */
  mostRead: "most-read",
  /** The line of breaking news, wherever it stands. */
  bar: "bar",
  /** The calendars of the archive, and the newest and oldest of its days: anything that is published or leaves. */
  archive: "archive",
  /** One day of the archive, `2026-11-24` in Beijing. */
  archiveDay: (day: string) => `archive:${day}`,
  live: "live",
  liveOlder: "live:older",
  /** An address as such: a 404 or a redirect is expired by what is created or moved there. Decoded path. */
  path: (path: string) => `path:${path}`,
  /** What outlets allow search engines, crawlers and feeds: sitemaps, robots.txt; an outlet's own pages have `outlet`. */
  indexing: "indexing",
  /** What the site says of itself: on every reader page. */
  site: "site",
  /** Pages that print today's date; expired at midnight in Beijing. */
  today: "today",
  /** Pages of articles that are a week old from this Beijing day on, `2026-11-24`; expired when it begins. */
  turnsOld: (day: string) => `turns-old:${day}`,
} as const;
