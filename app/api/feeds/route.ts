import { readFeedAddress } from "@/lib/feeds/address";
import { answerFeed, moveFeed, noFeed } from "@/lib/feeds/answer";
import { loadFeed, loadSearchFeed } from "@/lib/feeds/loaders";
import { decodeParts } from "@/lib/route-params";

export const dynamic = "force-dynamic";

/** Every feed: next.config.ts sends their addresses here. */
export async function GET(request: Request) {
  const { pathname, searchParams } = new URL(request.url);
  const parts = decodeParts(pathname.split("/").filter(Boolean));
  const address = parts && readFeedAddress(parts);
  if (!address) return noFeed();
  const isSearch = address.list.join("/") === "search";
  const found = isSearch ? await loadSearchFeed(address, searchParams) : await loadFeed(address);
  if (!found) return noFeed();
  if (found.state === "moved") return moveFeed(found.to);
  return answerFeed(address.format, found.feed, found.modifiedAt);
}
