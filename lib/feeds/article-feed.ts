import "server-only";
import { beijingIso } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import type { FeedAddress } from "./address";
import { readArticleItems } from "./article-items";
import { type Around, makeDocument, readSpan, type Span } from "./document";
import { type GoneRow, listGoneBetween, listGoneSince } from "./gone-queries";
import type { FeedList } from "./lists";
import { listPositions } from "./position-queries";
import type { Feed, GoneItem, Source } from "./types";

/** One document, when any of it was last written, and whose names and texts it shows. */
export type ReadFeed = {
  feed: Feed;
  modifiedAt: Date | null;
  shows: { articles: string[]; outlets: string[]; tags: string[] };
};

const sayGone = ({ id, at, reason, isTakenDown }: GoneRow): GoneItem => ({
  ...{ id: `article:${id}`, at: beijingIso(at) },
  reason: isTakenDown ? "按要求永久删除" : `已撤回。原因：${reason || "未说明"}`,
});

function readGone(db: Db, list: FeedList, { after, positions, next }: Span) {
  const last = next && positions.at(-1)!;
  return after ? listGoneBetween(db, list, after, last) : listGoneSince(db, list, last?.at ?? null);
}

/** One document of the feed of a list of articles; null when there is none. */
export async function readArticleFeed(
  db: Db,
  list: FeedList,
  source: Source,
  address: Pick<FeedAddress, "format" | "cursor">,
  around: Around,
): Promise<ReadFeed | null> {
  const span = await readSpan(address.cursor, (place) => listPositions(db, list, place));
  if (!span) return null;
  const ids = span.positions.map(({ id }) => id);
  const [{ items, modifiedAt, names }, goneRows] = await Promise.all([
    readArticleItems(db, ids, around.siteUrl),
    readGone(db, list, span),
  ]);
  const times = [...goneRows.map(({ at }) => at), ...(modifiedAt ? [modifiedAt] : [])].map(Number);
  return {
    feed: makeDocument(source, address, around, span, { items, gone: goneRows.map(sayGone) }),
    modifiedAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    shows: { articles: [...ids, ...goneRows.map(({ id }) => id)], ...names },
  };
}
