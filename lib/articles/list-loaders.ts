import "server-only";
import { cache } from "react";
import { type Card, loadCards, type Mentioned } from "@/lib/articles/cards";
import * as queries from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { findCategory, listDirectory, listFreshest } from "@/lib/categories/queries";
import { decodeCursor, encodeCursor, type Position } from "@/lib/cursor";
import { startOfBeijingDay } from "@/lib/dates";
import { type Db, getDb } from "@/lib/db/client";
import { resolveOldPath } from "@/lib/redirects/queries";
import { findSecurity } from "@/lib/securities/queries";
import { findTag } from "@/lib/tags/queries";
import { categoryPath, olderPath, stockPath, tagPath } from "@/lib/urls";

export type ListPage = {
  cards: Card[];
  /** Behind which the next page begins; null on the last one. */
  next: string | null;
  /** Whether this is a further page. */
  older: boolean;
  /** Securities named by the rows of this very page, most often named first: true for as long as the page stands. */
  named: (Mentioned & { count: number })[];
};

type Rows = { items: queries.CardRow[]; hasMore: boolean };
type Reader = (db: Db, options: { after?: Position }) => Promise<Rows>;

/** One page of a list with its tags; null when the cursor is no cursor or nothing stands behind it. */
async function loadPage(
  listTag: string,
  cursor: string | undefined,
  read: Reader,
  more: string[] = [],
): Promise<ListPage | null> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return null;
  const db = getDb();
  const { items, hasMore } = await read(db, { after });
  tagPage([after ? `${listTag}:older` : listTag, ...more, ...items.map(({ id }) => tag.article(id))]);
  if (after && items.length === 0) return null;
  const cards = await loadCards(db, items);
  const last = items.at(-1);
  const next = hasMore && last ? encodeCursor({ at: last.publishAt, id: last.id }) : null;
  return { cards, next, older: after !== undefined, named: countNamed(cards) };
}

function countNamed(cards: Card[]) {
  const counts = new Map<string, Mentioned & { count: number }>();
  for (const { symbol, name } of cards.flatMap((card) => card.securities)) {
    const entry = counts.get(symbol) ?? { symbol, name, count: 0 };
    entry.count += 1;
    counts.set(symbol, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.symbol.localeCompare(b.symbol)).slice(0, 10);
}

/** The part of an address behind a list's own: nothing, or `before/{cursor}`; null for anything else. */
export function readFurther(rest: string[]): { cursor?: string } | null {
  if (rest.length === 0) return {};
  return rest.length === 2 && rest[0] === "before" ? { cursor: rest[1]! } : null;
}

/** A missing address: says where it moved, or null. Its answer ends when something is created or moved there. */
export const loadMissing = cache(async (path: string) => {
  tagPage([tag.path(path)]);
  return resolveOldPath(getDb(), path);
});

export const loadOlderStories = cache((cursor: string) =>
  loadPage(tag.home, cursor, (db, options) => queries.listTimeline(db, "story", options)),
);

export const loadLive = cache((cursor?: string) =>
  loadPage(tag.live, cursor, (db, options) => queries.listTimeline(db, "flash", { ...options, limit: 30 })),
);

export const loadCategory = cache(async (slug: string, cursor?: string) => {
  const category = await findCategory(getDb(), slug);
  if (!category) {
    const to = await loadMissing(`/category/${slug}`);
    return to ? { state: "moved" as const, to: cursor ? olderPath(to, cursor) : to } : null;
  }
  // The path's tag: a renamed outlet leaves this address.
  const more = [tag.path(decodeURIComponent(categoryPath(slug)))];
  const page = await loadPage(
    tag.category(category.id),
    cursor,
    (db, o) => queries.listByCategory(db, category.id, o),
    more,
  );
  return page && { state: "found" as const, category, page };
});

export const loadTopic = cache(async (slug: string, cursor?: string) => {
  const topic = await findTag(getDb(), slug);
  if (!topic) {
    tagPage([tag.path(decodeURIComponent(tagPath(slug)))]);
    return null;
  }
  const page = await loadPage(tag.topic(topic.id), cursor, (db, o) => queries.listByTag(db, topic.id, o));
  return page && { topic, page };
});

export const loadStock = cache(async (symbol: string, cursor?: string) => {
  const security = await findSecurity(getDb(), symbol);
  if (!security) {
    tagPage([tag.path(decodeURIComponent(stockPath(symbol)))]);
    return null;
  }
  const page = await loadPage(tag.stock(symbol), cursor, (db, o) => queries.listBySymbol(db, symbol, o));
  return page && { security, page };
});

export type Directory = [letter: string, outlets: DirectoryEntry[]][];
export type DirectoryEntry = { slug: string; name: string; count: number };

/** Outlets under the first letter of their pinyin, A–Z and then `#`. */
export const loadDirectory = cache(async (): Promise<Directory> => {
  tagPage([tag.categories]);
  const groups = new Map<string, DirectoryEntry[]>();
  for (const { pinyin, slug, name, count } of await listDirectory(getDb())) {
    const letter = /^[a-z]/.test(pinyin) ? pinyin[0]!.toUpperCase() : "#";
    groups.set(letter, [...(groups.get(letter) ?? []), { slug, name, count }]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a === "#" ? 1 : b === "#" ? -1 : a.localeCompare(b)));
});

export type OutletDigest = { slug: string; name: string; today: number; cards: Pick<Card, "id" | "slug" | "title">[] };

/** The outlets of the front page with their newest stories; the freshest ones when the week brought nothing. */
export const loadBusiestOutlets = cache(async (): Promise<OutletDigest[]> => {
  const db = getDb();
  const now = new Date();
  const busy = await queries.listBusiestCategories(
    db,
    new Date(now.getTime() - 7 * 86_400_000),
    startOfBeijingDay(now),
    8,
  );
  const outlets = busy.length > 0 ? busy : (await listFreshest(db, 8)).map((outlet) => ({ ...outlet, today: 0 }));
  const lists = await Promise.all(outlets.map(({ id }) => queries.listByCategory(db, id, { limit: 5 })));
  tagPage([tag.categories, ...lists.flatMap(({ items }) => items.map(({ id }) => tag.article(id)))]);
  return outlets.map(({ slug, name, today }, i) => ({
    slug,
    name,
    today,
    cards: lists[i]!.items.map(({ id, slug, title }) => ({ id, slug, title })),
  }));
});
