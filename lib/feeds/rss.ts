import { address, linksOf } from "./links";
import type { Feed, FeedItem } from "./types";
import { element, textElement } from "./xml";

const NAMESPACES = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** RFC 822 with four digits of the year: `Mon, 23 Nov 2026 06:20:00 GMT`. */
const date = (at: string) => new Date(at).toUTCString();

function writeItem(feed: Feed, item: FeedItem): string {
  const { id, title, path, publishedAt, updatedAt, summary, html, outlet, topics, picture } = item;
  const url = picture && address(feed, picture.path);
  const parts = [
    textElement("title", title),
    textElement("link", address(feed, path)),
    textElement("guid", id, { isPermaLink: "false" }),
    textElement("pubDate", date(publishedAt)),
    updatedAt > publishedAt && textElement("atom:updated", updatedAt),
    outlet && textElement("dc:creator", outlet),
    // Two shares of one company have one name.
    ...new Set(topics.map(({ scheme, label }) => textElement("category", label, { domain: address(feed, scheme) }))),
    textElement("description", summary),
    html && textElement("content:encoded", html),
    picture && element("enclosure", { url, length: picture.length, type: picture.type }),
    picture &&
      element("media:content", {
        ...{ url, type: picture.type, fileSize: picture.length, medium: "image" },
        ...{ width: picture.width, height: picture.height },
      }),
  ];
  return element("item", {}, parts.filter(Boolean).join(""));
}

/** RSS 2.0; the outlet stands as an item's creator. What was taken back is left out: RSS has no word for it. */
export function writeRss(feed: Feed): string {
  const head = [
    textElement("title", feed.title),
    textElement("link", address(feed, feed.path)),
    textElement("description", feed.description),
    textElement("language", "zh-CN"),
    textElement("lastBuildDate", date(feed.updatedAt)),
    ...linksOf(feed, "rss").map((link) => element("atom:link", link)),
    feed.isArchive && element("fh:archive", {}),
  ];
  const lines = [...head.filter(Boolean), ...feed.items.map((item) => writeItem(feed, item))];
  const channel = element("channel", {}, `\n${lines.join("\n")}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("rss", { version: "2.0", ...NAMESPACES }, channel)}\n`;
}
