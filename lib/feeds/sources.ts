import "server-only";
import { loadMissing } from "@/lib/articles/list-loaders";
import { tag } from "@/lib/cache/tags";
import { findCategory } from "@/lib/categories/queries";
import type { Db } from "@/lib/db/client";
import { findStock } from "@/lib/securities/profile-queries";
import { strandsOf } from "@/lib/securities/strands";
import { findTag } from "@/lib/tags/queries";
import { categoryPath, stockPath, tagPath } from "@/lib/urls";
import type { FeedList } from "./lists";
import { STANDING } from "./standing";
import type { Source } from "./types";

/** A list of articles with a feed; `listTags` expire what its newest document holds, `…:older` the archive. */
export type FoundSource = { list: FeedList; source: Source; listTags: string[]; moreTags: string[] };
/** `moved`: where the list is that had this address. */
export type Found = ({ state: "found" } & FoundSource) | { state: "moved"; to: string };

const at = (path: string) => ({ path, listPath: path });

const moved = async (path: string): Promise<Found | null> => {
  const to = await loadMissing(path);
  return to ? { state: "moved", to } : null;
};

async function findOutletSource(db: Db, slug: string): Promise<Found | null> {
  const outlet = await findCategory(db, slug);
  if (!outlet) return moved(`/category/${slug}`);
  const path = categoryPath(outlet.slug);
  return {
    ...{ state: "found", list: { of: "category", id: outlet.id } },
    source: { title: outlet.name, description: outlet.description || `${outlet.name}的最新报道`, ...at(path) },
    ...{ listTags: [tag.category(outlet.id)], moreTags: [tag.outlet(outlet.id), tag.path(decodeURIComponent(path))] },
  };
}

async function findTopicSource(db: Db, slug: string): Promise<Found | null> {
  const topic = await findTag(db, slug);
  if (!topic) return moved(`/tag/${slug}`);
  const path = tagPath(topic.slug);
  return {
    ...{ state: "found", list: { of: "tag", id: topic.id } },
    source: {
      title: topic.name,
      description: topic.description || `带有标签“${topic.name}”的报道与快讯`,
      ...at(path),
    },
    ...{ listTags: [tag.topic(topic.id)], moreTags: [tag.path(decodeURIComponent(path))] },
  };
}

async function findStockSource(db: Db, asWritten: string): Promise<Found | null> {
  const symbol = asWritten.toUpperCase();
  const security = await findStock(db, symbol);
  if (!security) return moved(`/stock/${symbol}`);
  const path = stockPath(symbol);
  if (symbol !== asWritten) return { state: "moved", to: path };
  const { name } = security;
  return {
    ...{ state: "found", list: { of: "stock", strands: strandsOf(security).direct } },
    source: { title: `${name} ${symbol}`, description: `提到${name}（${symbol}）的最新报道与快讯`, ...at(path) },
    ...{ listTags: [tag.stock(symbol)], moreTags: [] },
  };
}

/** What the list with this path is, where it went, or null: its decoded parts decide. */
export async function findSource(db: Db, parts: string[]): Promise<Found | null> {
  const standing = STANDING.find(({ source }) => source.listPath === `/${parts.join("/")}`);
  if (standing) return { state: "found", ...standing, moreTags: [] };
  const [section, name, ...rest] = parts;
  if (!name || rest.length > 0) return null;
  if (section === "category") return findOutletSource(db, name);
  if (section === "tag") return findTopicSource(db, name);
  if (section === "stock") return findStockSource(db, name);
  return null;
}
