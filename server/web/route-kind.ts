import type { IncomingHttpHeaders } from "node:http";
import { isForReaders, myNewsPath, searchPath } from "@/lib/urls";

/**
 * `page`: sent from the page cache. `search`: a reader page or feed that is made for each who asks. `news`: of what who
 * asks follows. `sitemap`: made as it is sent. `slash`: a page's address with superfluous slashes. `moved`: another
 * spelling of an address whose query counts. `method`: a reader page is only read. `next`: not for us.
 */
export type Route =
  | { kind: "page"; key: string }
  | { kind: "search"; key: string }
  | { kind: "news" }
  | { kind: "sitemap"; part: string; key: string }
  | { kind: "slash"; key: string }
  | { kind: "moved"; to: string }
  | { kind: "method" }
  | { kind: "next" }
  | { kind: "bad" }
  | { kind: "too-long" };

const MAX_URL = 4096;
const SITEMAP = /^\/sitemaps\/([a-z0-9-]{1,40})\.xml$/;

/** A path that is spelled canonically as it stands: most are. */
const PLAIN = /^(?:\/[\w~-][\w.~-]*)+$/;

/** One spelling for each path: percent-encoded like encodeURIComponent does, without empty segments. */
export function canonicalPath(path: string): string | undefined {
  if (PLAIN.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "") continue;
    let plain: string;
    try {
      plain = decodeURIComponent(part);
    } catch {
      return undefined;
    }
    if (plain === "." || plain === ".." || /[\x00-\x1f\x7f]/.test(plain)) return undefined;
    parts.push(encodeURIComponent(plain));
  }
  return `/${parts.join("/")}`;
}

function firstPart(path: string) {
  const end = path.indexOf("/", 1);
  return path.slice(1, end < 0 ? undefined : end);
}

const asksForPreview = (cookie: string | undefined) =>
  cookie !== undefined && /(?:^|;\s*)__prerender_bypass=/.test(cookie);

/** What of a search's query string is read, and how much of it. */
const SEARCH_KEYS = ["q", "kind", "when", "from", "to", "outlet", "level", "stock", "sort", "after"];
const MOST_VALUES = 10;
const LONGEST_VALUE = 300;

/** A search's page, or its feed. */
const SEARCHES = new Set([
  searchPath,
  ...["feed.xml", "rss.xml", "atom.xml", "feed.json"].map((f) => `${searchPath}/${f}`),
]);

/** One spelling of a search; what the page does not read is left out, and a query of any length is answered. */
function searchKey(path: string, query: string): string {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const key of SEARCH_KEYS)
    for (const value of given.getAll(key).slice(0, MOST_VALUES))
      if (value !== "") kept.append(key, [...value].slice(0, LONGEST_VALUE).join(""));
  const text = kept.toString();
  return text ? `${path}?${text}` : path;
}

/** Other ways to write `/search`. */
const LIKE_SEARCH = new RegExp(`^/+${searchPath.slice(1)}(?:/+|\\.html?|/+index\\.html?)*$`, "i");

const isRead = (method: string | undefined) => method === "GET" || method === "HEAD";

export function routeOf(method: string | undefined, url: string, headers: IncomingHttpHeaders): Route {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  const query = end < 0 ? "" : url.slice(end + 1);
  if (isRead(method) && SEARCHES.has(path)) return { kind: "search", key: searchKey(path, query) };
  if (isRead(method) && LIKE_SEARCH.test(path)) return { kind: "moved", to: searchKey(searchPath, query) };
  if (path === myNewsPath && method === "POST") return { kind: "news" };
  if (url.length > MAX_URL) return { kind: "too-long" };
  if (!path.startsWith("/") || !isForReaders(firstPart(path))) return { kind: "next" };
  const key = canonicalPath(path);
  if (key === undefined) return { kind: "bad" };
  // An encoded spelling of such a route, `/%61dmin`: Next decides, and the cache never sees it.
  if (!isForReaders(firstPart(key)) || asksForPreview(headers.cookie)) return { kind: "next" };
  if (!isRead(method)) return { kind: "method" };
  const part = SITEMAP.exec(path)?.[1];
  if (part) return { kind: "sitemap", part, key };
  return path.length > 1 && (path.endsWith("/") || path.includes("//"))
    ? { kind: "slash", key }
    : { kind: "page", key };
}
