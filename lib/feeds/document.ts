import "server-only";
import { decodeCursor, encodeCursor, type Position } from "@/lib/cursor";
import { beijingIso } from "@/lib/dates";
import { type FeedAddress, feedPath } from "./address";
import { cutDocument, LEAST, MOST } from "./cut";
import type { Feed, FeedItem, GoneItem, Source } from "./types";

export type Around = Pick<Feed, "siteUrl" | "siteName" | "hub">;

/** What one document of a feed holds: which items, and where the next document begins. */
export type Span = { after: Position | undefined; positions: Position[]; next: Position | null };

/**
 * The span of a document; null when its cursor is none or nothing stands behind it.
 * @param read where the items behind a place stand, newest first
 */
export async function readSpan(
  cursor: string | undefined,
  read: (place: { after: Position | undefined; limit: number }) => Promise<Position[]>,
): Promise<Span | null> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return null;
  const found = await read({ after, limit: MOST + 1 });
  if (after && found.length === 0) return null;
  const positions = found.slice(0, cutDocument(found, after ? 0 : LEAST));
  return { after, positions, next: found.length > positions.length ? positions.at(-1)! : null };
}

const NOTHING_YET = beijingIso(new Date(0));

/** A document of a feed: the one that is subscribed to, or one of its archive. */
export function makeDocument(
  { listPath, ...source }: Source,
  { format, cursor }: Pick<FeedAddress, "format" | "cursor">,
  around: Around,
  { next }: Pick<Span, "next">,
  held: { items: FeedItem[]; gone: GoneItem[] },
): Feed {
  const times = [...held.items.map(({ updatedAt }) => updatedAt), ...held.gone.map(({ at }) => at)];
  return {
    ...{ ...around, ...source, ...held },
    title: `${source.title} - ${around.siteName}`,
    selfPath: feedPath(listPath, format, cursor),
    currentPath: cursor === undefined ? null : feedPath(listPath, format),
    older: next && { path: feedPath(listPath, format, encodeCursor(next)), rel: "prev-archive" },
    isArchive: cursor !== undefined,
    updatedAt: times.sort().at(-1) ?? NOTHING_YET,
  };
}
