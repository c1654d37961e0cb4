import { address } from "./links";
import type { Feed, FeedItem } from "./types";
import { cleanText } from "./xml";

function describe(feed: Feed, item: FeedItem) {
  const { id, title, path, publishedAt, updatedAt, summary, html, outlet, topics, picture } = item;
  const url = picture && address(feed, picture.path);
  return {
    id,
    url: address(feed, path),
    title,
    // One of the two must be there.
    ...(html ? { summary, content_html: html } : { summary, content_text: summary || title }),
    date_published: publishedAt,
    ...(updatedAt > publishedAt && { date_modified: updatedAt }),
    ...(outlet && { authors: [{ name: outlet }] }),
    ...(topics.length > 0 && { tags: [...new Set(topics.map(({ label }) => label))] }),
    ...(picture && {
      image: url,
      attachments: [{ url, mime_type: picture.type, size_in_bytes: picture.length }],
    }),
  };
}

/** JSON Feed 1.1. What was taken back is left out: it has no word for it. */
export function writeJsonFeed(feed: Feed): string {
  const { title, description, path, selfPath, older, hub, items } = feed;
  const written = {
    ...{ version: "https://jsonfeed.org/version/1.1", title, description, language: "zh-CN" },
    ...{ home_page_url: address(feed, path), feed_url: address(feed, selfPath) },
    ...(older && { next_url: address(feed, older.path) }),
    ...(hub && { hubs: [{ type: "WebSub", url: hub }] }),
    items: items.map((item) => describe(feed, item)),
  };
  return `${JSON.stringify(written, (_, value) => (typeof value === "string" ? cleanText(value) : value))}\n`;
}
