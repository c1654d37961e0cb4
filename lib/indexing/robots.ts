import { AI_CRAWLERS } from "@/lib/indexing/crawlers";
import { categoryPath } from "@/lib/urls";

/**
 * No business of crawlers. What must be in no index is not named here but says so itself (`noindex`): an address that a
 * crawler may not open it may list all the same, once another site links to it.
 */
const CLOSED = ["/admin", "/sign-in", "/setup", "/access", "/api/"];

export type OutletRule = { slug: string; aiCrawlers: boolean };

/**
 * What crawlers for language models may open. Articles have no outlet in their address, so where some outlets allow it
 * all articles stand open here, and the page server refuses those of the others.
 */
function aiRules(outlets: readonly OutletRule[]): string[] {
  const allowed = outlets.filter(({ aiCrawlers }) => aiCrawlers);
  if (outlets.length > 0 && allowed.length === outlets.length) return CLOSED.map((path) => `Disallow: ${path}`);
  if (allowed.length === 0) return ["Disallow: /"];
  const pages = allowed.flatMap(({ slug }) => [`Allow: ${categoryPath(slug)}$`, `Allow: ${categoryPath(slug)}/`]);
  return ["Disallow: /", "Allow: /articles/", ...pages];
}

/** robots.txt (RFC 9309). */
export function writeRobots(siteUrl: string, outlets: readonly OutletRule[]): string {
  return [
    "User-agent: *",
    ...CLOSED.map((path) => `Disallow: ${path}`),
    "Allow: /api/v1/",
    "",
    ...AI_CRAWLERS.map((name) => `User-agent: ${name}`),
    ...aiRules(outlets),
    "",
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    "",
  ].join("\n");
}
