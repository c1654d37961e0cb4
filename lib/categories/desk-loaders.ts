import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireActorAt } from "@/lib/auth/require";
import { whyAliasStays } from "@/lib/categories/alias-commands";
import { findOutletForDesk, listOutletLines, listSources, OUTLETS_A_PAGE } from "@/lib/categories/desk-queries";
import { listSameSound } from "@/lib/categories/names-queries";
import { spellOutlet } from "@/lib/categories/naming";
import { type OutletParams, outletsPath } from "@/lib/categories/params";
import { mayKeepAll, mayKeepOutlet, maySeeOutlets } from "@/lib/categories/policy";
import { getDb } from "@/lib/db/client";
import { actsOf } from "@/lib/taxonomy/loaders";

/** A spelling that somebody chose; one that follows the name goes on following it. */
const ownPinyin = ({ name, pinyin }: { name: string; pinyin: string }) => (pinyin === spellOutlet(name) ? "" : pinyin);

async function requireDesk(path: string) {
  const actor = await requireActorAt(path);
  if (!maySeeOutlets(actor)) notFound();
  return actor;
}

/** The list of outlets. */
export async function loadOutlets(params: OutletParams) {
  const actor = await requireDesk(outletsPath(params));
  const { rows, found, counts } = await listOutletLines(getDb(), params);
  const page = params.page ?? 1;
  return {
    counts,
    found,
    rows: rows.map((row) => ({ ...row, newestAt: row.newestAt?.toISOString() ?? null })),
    mayCreate: mayKeepAll(actor),
    newer: page > 1 ? outletsPath(params, { page: page - 1 }) : null,
    older: page * OUTLETS_A_PAGE < found ? outletsPath(params, { page: page + 1 }) : null,
  };
}
export type OutletLine = Awaited<ReturnType<typeof loadOutlets>>["rows"][number];

/** For the form of a new one. */
export async function loadNewOutlet() {
  const actor = await requireDesk("/admin/categories/new");
  if (!mayKeepAll(actor)) notFound();
  return { mayCreate: true };
}

/** One outlet with its names, its merges and splits; null when there is none. */
export async function loadOutlet(id: string) {
  const actor = await requireDesk(`/admin/categories/${encodeURIComponent(id)}`);
  const db = getDb();
  const found = z.uuid().safeParse(id).success ? await findOutletForDesk(db, id) : null;
  if (!found) return null;
  const { outlet, into, logo, aliases } = found;
  const mayChange = mayKeepOutlet(actor, id) && !into;
  const [acts, same, sources] = await Promise.all([
    actsOf(db, actor, id),
    listSameSound(db, outlet.pinyin, id),
    mayChange ? listSources(db, id) : [],
  ]);
  const { name, slug, pinyin, description, version, publishedCount } = outlet;
  const { indexing, inNews, aiCrawlers, feedText } = outlet;
  return {
    outlet: {
      ...{ id, name, slug, description, version, count: publishedCount, logo, pinyin, ownPinyin: ownPinyin(outlet) },
      ...{ indexing, inNews, aiCrawlers, feedText },
    },
    into,
    aliases: aliases.map((row) => ({ ...row, key: row.alias, stays: whyAliasStays(row.origin) })),
    acts,
    same,
    sources: [...sources],
    mayChange,
    mayCreate: mayKeepAll(actor),
  };
}
export type LoadedOutlet = NonNullable<Awaited<ReturnType<typeof loadOutlet>>>;
