import { beijingIso } from "@/lib/dates";
import type { FeedChannel, FeedItem } from "./types";

/** JSON Feed 1.1. */
export function writeJsonFeed(channel: FeedChannel, items: FeedItem[]): string {
  const at = (path: string) => `${channel.siteUrl}${path}`;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    description: channel.description,
    home_page_url: at(channel.path),
    feed_url: at(channel.feedPath),
    language: "zh-CN",
    items: items.map(({ id, title, path, at: time, text, outlet }) => ({
      id,
      url: at(path),
      title,
      content_text: text || title,
      date_published: beijingIso(time),
      ...(outlet ? { authors: [{ name: outlet }] } : {}),
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
