import "server-only";
import { headPage } from "@/lib/cache/tag-page";
import { sentWith } from "@/lib/indexing/policy";
import { writeAtom } from "./atom";
import { writeJsonFeed } from "./json-feed";
import { linksOf } from "./links";
import { writeRss } from "./rss";
import { FEED_TYPES, type Feed, type FeedFormat } from "./types";

const WRITERS = { rss: writeRss, atom: writeAtom, json: writeJsonFeed };

/**
 * A finished document; the page server keeps it like a page, under the tags that its loader gave.
 * @param modifiedAt when any of what it shows was last written
 */
export function answerFeed(format: FeedFormat, feed: Feed, modifiedAt: Date | null): Response {
  const links = linksOf(feed, format).filter(({ rel }) => rel === "self" || rel === "hub");
  const headers = {
    ...(modifiedAt && { "Last-Modified": modifiedAt.toUTCString() }),
    Link: links.map(({ rel, href }) => `<${href}>; rel="${rel}"`).join(", "),
    // Readers that run in a browser fetch it from their own site.
    "Access-Control-Allow-Origin": "*",
    ...sentWith("feed").headers,
  };
  headPage(headers);
  const type = `${FEED_TYPES[format]}; charset=utf-8`;
  return new Response(WRITERS[format](feed), { headers: { "Content-Type": type, ...headers } });
}

/** Where the feed of something is that went by another spelling or name. */
export const moveFeed = (path: string) => new Response(null, { status: 308, headers: { Location: path } });

export const noFeed = () =>
  new Response("这个地址上没有订阅源。全部订阅源列在 /feeds 。\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
