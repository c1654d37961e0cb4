import "server-only";
import { beijingIso } from "@/lib/dates";
import { findStock } from "@/lib/securities/profile-queries";
import { findTag } from "@/lib/tags/queries";
import { categoryPath, stockPath, tagPath } from "@/lib/urls";
import * as queries from "../catalogue-queries";
import { packKey, unpackKey } from "../cursor";
import { siteAddress } from "../present";
import { Problem } from "../problem";
import { slugNow } from "./moved";
import type { Handler } from "./types";

const presentCategory = ({ slug, name, description, count, newestAt, feedText }: Omit<queries.CategoryRow, "id">) => ({
  ...{ slug, name, description, count, text: feedText },
  uri: siteAddress(categoryPath(slug)),
  newest: newestAt && beijingIso(newestAt),
});

const presentTag = ({ slug, name, description }: { slug: string; name: string; description: string }) => ({
  ...{ slug, name, description },
  uri: siteAddress(tagPath(slug)),
});

type Listed = Awaited<ReturnType<typeof queries.listSecurities>>["items"][number];
const presentSecurity = ({ symbol, name, kind, fullName, industry, listedOn }: Listed) => ({
  ...{ symbol, name, kind, industry, full_name: fullName, listed_on: listedOn },
  uri: siteAddress(stockPath(symbol)),
});

type Page = { cursor?: string | undefined; limit: number };
const pageOf = ({ cursor, limit }: Page) => ({ after: unpackKey(cursor), limit });

export const listCategories: Handler<"listCategories"> = async ({ db, query }) => {
  const { items, hasMore } = await queries.listOutlets(db, pageOf(query));
  return { items: items.map(presentCategory), next: hasMore ? packKey(items.at(-1)!.slug) : null };
};

export const getCategory: Handler<"getCategory"> = async ({ db, param }) => {
  const row = await queries.findOutlet(db, param);
  return row ? presentCategory(row) : { movedTo: categoriesPath(await slugNow(db, categoryPath(param))) };
};
const categoriesPath = (slug: string) => `/categories/${encodeURIComponent(slug)}`;

export const listTags: Handler<"listTags"> = async ({ db, query }) => {
  const { items, hasMore } = await queries.listTopics(db, pageOf(query));
  return { items: items.map(presentTag), next: hasMore ? packKey(items.at(-1)!.slug) : null };
};

export const getTag: Handler<"getTag"> = async ({ db, param }) => {
  const row = await findTag(db, param);
  return row ? presentTag(row) : { movedTo: `/tags/${encodeURIComponent(await slugNow(db, tagPath(param)))}` };
};

export const listSecurities: Handler<"listSecurities"> = async ({ db, query }) => {
  const { items, hasMore } = await queries.listSecurities(db, query.kind, pageOf(query));
  return { items: items.map(presentSecurity), next: hasMore ? packKey(items.at(-1)!.symbol) : null };
};

export const getSecurity: Handler<"getSecurity"> = async ({ db, param }) => {
  const symbol = param.toUpperCase();
  const row = await findStock(db, symbol);
  if (!row) throw new Problem("not-found");
  if (symbol !== param) return { movedTo: `/securities/${encodeURIComponent(symbol)}` };
  const { formerNames, counterpart, sector } = row;
  return { ...presentSecurity(row), former_names: formerNames, counterpart, sector };
};
