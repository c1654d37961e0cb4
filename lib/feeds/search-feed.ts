import "server-only";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { newestDictionary } from "@/lib/search/dictionaries";
import { hasAsked, type SearchParams, searchHref } from "@/lib/search/filters";
import { loadNames } from "@/lib/search/names-queries";
import { parseQuery } from "@/lib/search/parse-query";
import { listNewest } from "@/lib/search/queries";
import { understand } from "@/lib/search/understand";
import { searchPath } from "@/lib/urls";
import type { ReadFeed } from "./article-feed";
import { readArticleItems } from "./article-items";
import { LEAST } from "./cut";
import { type Around, makeDocument } from "./document";
import { searchFeedPath } from "./search-address";
import type { FeedFormat } from "./types";

/** The newest that a search finds, with all its filters; null when it asks for nothing. */
export async function readSearchFeed(
  db: Db,
  asked: SearchParams,
  format: FeedFormat,
  around: Around,
): Promise<ReadFeed | null> {
  const params: SearchParams = { ...asked, sort: "newest" };
  const query = parseQuery(params.q);
  if (!hasAsked(query, params)) return null;
  const dictionary = (await newestDictionary(db))?.dictionary;
  if (!dictionary) return null;
  const wanted = understand(query, params, await loadNames(db), dictionary, new Date());
  if (wanted.tsquery === "") return null;
  const { hits, hasMore } = await listNewest(db, wanted, decodeCursor(params.after ?? ""), LEAST);
  const ids = hits.map(({ id }) => id);
  const { items, modifiedAt, names } = await readArticleItems(db, ids, around.siteUrl);
  const what = query.text ? `“${query.text}”` : "搜索结果";
  const source = { title: `${what} · 搜索`, description: `${what}的最新报道与快讯` };
  const last = hits.at(-1);
  const feed = makeDocument(
    { ...source, path: searchHref(params, { after: undefined }), listPath: searchPath },
    { format },
    around,
    { next: null },
    { items, gone: [] },
  );
  return {
    feed: {
      ...feed,
      selfPath: searchFeedPath(params, format, params.after),
      currentPath: params.after ? searchFeedPath(params, format) : null,
      // What is found moves with each article: its further pages are no archive.
      older:
        hasMore && last
          ? {
              path: searchFeedPath(params, format, encodeCursor({ at: last.publishedAt, id: last.id })),
              rel: "next",
            }
          : null,
    },
    modifiedAt,
    shows: { articles: ids, ...names },
  };
}
