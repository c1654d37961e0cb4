import "server-only";
import { indexAs } from "@/lib/indexing/index-as";
import { FEED_TYPES } from "./types";

/** A finished feed; the page server keeps it like a page, under the tags that its loader gave. */
export function answerFeed(format: keyof typeof FEED_TYPES, body: string) {
  indexAs("feed");
  return new Response(body, { headers: { "Content-Type": `${FEED_TYPES[format]}; charset=utf-8` } });
}

/** Where the feed of something is that went by another spelling. */
export const moveFeed = (path: string) => new Response(null, { status: 308, headers: { Location: path } });

export const noFeed = () =>
  new Response("这个地址上没有订阅源。\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
