import { FEED_TYPES, type Feed, type FeedFormat } from "./types";

type Link = { rel: string; href: string; type?: string };

export const address = ({ siteUrl }: Pick<Feed, "siteUrl">, path: string) => `${siteUrl}${path}`;

/** What a document of a feed links besides its page: itself, its hub (WebSub), and its other documents (RFC 5005). */
export function linksOf(feed: Feed, format: FeedFormat): Link[] {
  const { selfPath, currentPath, older, hub } = feed;
  const type = FEED_TYPES[format];
  return [
    { rel: "self", href: address(feed, selfPath), type },
    ...(hub ? [{ rel: "hub", href: hub }] : []),
    ...(currentPath ? [{ rel: "current", href: address(feed, currentPath), type }] : []),
    ...(older ? [{ rel: older.rel, href: address(feed, older.path), type }] : []),
  ];
}
