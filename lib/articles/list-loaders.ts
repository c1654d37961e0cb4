import "server-only";
import { cache } from "react";
import { type Card, loadCards, type Mentioned } from "@/lib/articles/cards";
import * as queries from "@/lib/articles/queries";
import { answerPage, tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { findCategory, listDirectory } from "@/lib/categories/queries";
import { decodeCursor, encodeCursor, type Position } from "@/lib/cursor";
import { beijingDay, nearDay } from "@/lib/dates";
import { type Db, getDb } from "@/lib/db/client";
import { followOldPath } from "@/lib/redirects/queries";
import { findTag } from "@/lib/tags/queries";
import { findTakedownOfPath } from "@/lib/takedowns/queries";
import { toTakenDown } from "@/lib/takedowns/record";
import { categoryPath, olderPath, tagPath } from "@/lib/urls";

export type ListPage = {
  cards: Card[];
  /** Behind which the next page begins; null on the last one. */
  next: string | null;
  /** Whether this is a further page. */
  older: boolean;
  /** What the rows of this very page hold, most often first: true for as long as the page stands. */
  named: (Mentioned & { count: number })[];
  outlets: { slug: string; name: string; count: number }[];
  days: { day: string; count: number }[];
  /** When it was read: which day is today. */
  readAt: string;
};

type Rows = { items: queries.CardRow[]; hasMore: boolean };
export type Reader = (db: Db, options: { after?: Position }) => Promise<Rows>;

/** One page of a list with its tags; null when the cursor is no cursor or nothing stands behind it. */
export async function readPage(
  listTag: string,
  cursor: string | undefined,
  read: Reader,
  more: string[] = [],
): Promise<ListPage | null> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return null;
  const db = getDb();
  const { items, hasMore } = await read(db, { after });
  const readAt = new Date().toISOString();
  const saysToday = items.some(({ publishAt }) => nearDay(publishAt, readAt));
  const listTags = [after ? `${listTag}:older` : listTag, ...more, ...(saysToday ? [tag.today] : [])];
  tagPage([...listTags, ...items.map(({ id }) => tag.article(id))]);
  if (after && items.length === 0) return null;
  const cards = await loadCards(db, items);
  const last = items.at(-1);
  const next = hasMore && last ? encodeCursor({ at: last.publishAt, id: last.id }) : null;
  return { cards, next, older: after !== undefined, readAt, ...countRows(cards) };
}

const MOST_COUNTED = 8;

function tally<T>(values: T[], key: (value: T) => string): (T & { count: number })[] {
  const counts = new Map<string, T & { count: number }>();
  for (const value of values) {
    const entry = counts.get(key(value)) ?? { ...value, count: 0 };
    entry.count += 1;
    counts.set(key(value), entry);
  }
  return [...counts.values()];
}

export function countRows(cards: Card[]): Pick<ListPage, "named" | "outlets" | "days"> {
  const named = tally(
    cards.flatMap((card) => card.securities),
    ({ symbol }) => symbol,
  );
  const outlets = tally(
    cards.map(({ categorySlug, categoryName }) => ({ slug: categorySlug, name: categoryName })),
    ({ slug }) => slug,
  );
  const days = tally(
    cards.map(({ publishAt }) => ({ day: beijingDay(publishAt) })),
    ({ day }) => day,
  );
  return {
    named: named.sort((a, b) => b.count - a.count || a.symbol.localeCompare(b.symbol)).slice(0, MOST_COUNTED),
    outlets: outlets.sort((a, b) => b.count - a.count || a.slug.localeCompare(b.slug)).slice(0, MOST_COUNTED),
    days,
  };
}

/** A missing address: says where it moved, or null. Its answer ends when something is created or moved there. */
export const loadMissing = cache(async (path: string) => {
  const { to, tags } = await followOldPath(getDb(), path);
  tagPage([tag.path(path), ...tags]);
  return to;
});

export const loadOlderStories = cache((cursor: string) =>
  readPage(tag.home, cursor, (db, options) => queries.listTimeline(db, "story", options)),
);

/** The same page of a list where that stands now; nothing for a page that is none. */
function moved(to: string | null, cursor: string | undefined) {
  if (to === null || (cursor !== undefined && decodeCursor(cursor) === null)) return null;
  return { state: "moved" as const, to: cursor ? olderPath(to, cursor) : to };
}

export const loadCategory = cache(async (slug: string, cursor?: string) => {
  const category = await findCategory(getDb(), slug);
  if (!category) {
    return moved(await loadMissing(`/category/${slug}`), cursor);
  }
  // The path's tag: a renamed outlet leaves this address.
  const more = [tag.path(decodeURIComponent(categoryPath(slug))), tag.outlet(category.id)];
  const page = await readPage(
    tag.category(category.id),
    cursor,
    (db, o) => queries.listByCategory(db, category.id, o),
    more,
  );
  const since = page && !page.older ? await queries.findOldest(getDb(), category.id) : null;
  return page && { state: "found" as const, category: { ...category, since }, page };
});

export const loadTopic = cache(async (slug: string, cursor?: string) => {
  const topic = await findTag(getDb(), slug);
  const path = decodeURIComponent(tagPath(slug));
  if (!topic) {
    const to = moved(await loadMissing(path), cursor);
    if (to) return to;
    const record = await findTakedownOfPath(getDb(), path);
    if (record) answerPage(410);
    return record && { state: "taken-down" as const, takenDown: toTakenDown(record) };
  }
  const read: Reader = (db, options) => queries.listByTag(db, topic.id, options);
  const page = await readPage(tag.topic(topic.id), cursor, read, [tag.path(path)]);
  return page && { state: "found" as const, topic, page };
});

export type Directory = [letter: string, outlets: DirectoryEntry[]][];
export type DirectoryEntry = { slug: string; name: string; count: number; newestAt: string | null };

/** Outlets under the first letter of their pinyin, A–Z and then `#`. */
export const loadDirectory = cache(async (): Promise<Directory> => {
  tagPage([tag.categories]);
  const groups = new Map<string, DirectoryEntry[]>();
  for (const { pinyin, slug, name, count, newestAt } of await listDirectory(getDb())) {
    const letter = /^[a-z]/.test(pinyin) ? pinyin[0]!.toUpperCase() : "#";
    groups.set(letter, [
      ...(groups.get(letter) ?? []),
      { slug, name, count, newestAt: newestAt?.toISOString() ?? null },
    ]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a === "#" ? 1 : b === "#" ? -1 : a.localeCompare(b)));
});
