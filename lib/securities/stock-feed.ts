import "server-only";
import { env } from "@/lib/env";
import { answerFeed, moveFeed, noFeed } from "@/lib/feeds/answer";
import { writeJsonFeed } from "@/lib/feeds/json-feed";
import { writeRss } from "@/lib/feeds/rss";
import type { FeedItem } from "@/lib/feeds/types";
import { loadSite } from "@/lib/settings/loaders";
import { articlePath, stockFeedPath, stockPath } from "@/lib/urls";
import { loadStockFeed } from "./stock-loaders";

const WRITERS = { xml: writeRss, json: writeJsonFeed };

/** What is new of a security, as RSS or JSON Feed. */
export async function answerStockFeed(asWritten: string, format: keyof typeof WRITERS): Promise<Response> {
  const symbol = asWritten.toUpperCase();
  const [found, site] = await Promise.all([loadStockFeed(symbol), loadSite()]);
  if (!found) return noFeed();
  if (symbol !== asWritten) return moveFeed(stockFeedPath(symbol, format));
  const { security, cards } = found;
  const channel = {
    title: `${security.name} ${symbol} - ${site.name}`,
    description: `提到${security.name}（${symbol}）的最新报道与快讯`,
    path: stockPath(symbol),
    feedPath: stockFeedPath(symbol, format),
    siteUrl: env().siteUrl,
  };
  const items = cards.map(
    ({ id, title, slug, publishAt, summary, categoryName }): FeedItem => ({
      id: `article:${id}`,
      title,
      path: articlePath(slug),
      at: publishAt,
      text: summary,
      outlet: categoryName,
    }),
  );
  return answerFeed(format, WRITERS[format](channel, items));
}
