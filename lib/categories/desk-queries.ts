import "server-only";
import { asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { OutletParams } from "@/lib/categories/params";
import { showLogo } from "@/lib/categories/queries";
import type { Db } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { articles, categories, categoryAliases, categoryLogos, media } from "@/lib/db/schema";
import { matchSpelled, queryWords } from "@/lib/spelled";
import { spell } from "@/lib/spelling";

export const OUTLETS_A_PAGE = 50;
const FOUND = 8;
/** Sources are counted among this many of an outlet's newest. */
const SOURCES_AMONG = 20_000;
const SOURCES = 60;

const line = {
  id: categories.id,
  name: categories.name,
  slug: categories.slug,
  pinyin: categories.pinyin,
  count: categories.publishedCount,
  newestAt: categories.newestAt,
  mergedIntoId: categories.mergedIntoId,
};
type Line = {
  id: string;
  name: string;
  slug: string;
  pinyin: string;
  count: number;
  newestAt: Date | null;
  mergedIntoId: string | null;
};

/** Those whose name, as written or by its letters, or whose address the words fit. */
const fits = (words: string[]) => (row: Line) =>
  words.length === 0 || matchSpelled(spell(row.name), words) !== null || words.every((word) => row.slug.includes(word));

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const ORDERS = {
  pinyin: (a: Line, b: Line) => byText(a.pinyin, b.pinyin) || byText(a.slug, b.slug),
  count: (a: Line, b: Line) => b.count - a.count || byText(a.slug, b.slug),
  newest: (a: Line, b: Line) => (b.newestAt?.getTime() ?? 0) - (a.newestAt?.getTime() ?? 0) || byText(a.slug, b.slug),
};

/**
 * One page of the outlets. All of them are read, which are thousands at most: their pinyin is not in the database with
 * every reading, as the search wants it.
 */
export async function listOutletLines(db: Db, { q = "", view, sort = "pinyin", page = 1 }: OutletParams) {
  const all = await db.select(line).from(categories);
  const live = all.filter((row) => row.mergedIntoId === null);
  const sounds = new Map<string, number>();
  for (const { pinyin } of live) if (pinyin !== "#") sounds.set(pinyin, (sounds.get(pinyin) ?? 0) + 1);
  const isSame = (row: Line) => row.mergedIntoId === null && (sounds.get(row.pinyin) ?? 0) > 1;
  const views = {
    all: live,
    sound: live.filter(isSame),
    empty: live.filter(({ count }) => count === 0),
    merged: all.filter((row) => row.mergedIntoId !== null),
  };
  const found = views[view ?? "all"].filter(fits(queryWords(q))).sort(ORDERS[sort]);
  const rows = found.slice((page - 1) * OUTLETS_A_PAGE, page * OUTLETS_A_PAGE);
  const aliases = await countAliases(
    db,
    rows.map(({ id }) => id),
  );
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  return {
    counts: {
      all: views.all.length,
      sound: views.sound.length,
      empty: views.empty.length,
      merged: views.merged.length,
    },
    found: found.length,
    rows: rows.map((row) => ({
      ...row,
      aliases: aliases.get(row.id) ?? 0,
      sounds: isSame(row)
        ? live.filter(({ pinyin, id }) => pinyin === row.pinyin && id !== row.id).map(({ name }) => name)
        : [],
      into: row.mergedIntoId ? (nameOf.get(row.mergedIntoId) ?? null) : null,
    })),
  };
}

async function countAliases(db: Db, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: categoryAliases.categoryId, n: sql<number>`count(*)::int` })
    .from(categoryAliases)
    .where(sql`${categoryAliases.categoryId} in (${idList(ids)})`)
    .groupBy(categoryAliases.categoryId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Outlets to choose from, by words; those that nobody asked for by name come by their size. */
export async function findOutletTargets(db: Db, words: string, not: string | null) {
  const rows = await db.select(line).from(categories).where(sql`${categories.mergedIntoId} is null`);
  const said = queryWords(words);
  return rows
    .filter((row) => row.id !== not && fits(said)(row))
    .sort((a, b) => Number(b.name === words) - Number(a.name === words) || ORDERS.count(a, b))
    .slice(0, FOUND)
    .map(({ id, name, slug, count }) => ({ id, name, slug, count }));
}

/** One outlet with everything its page shows. */
export async function findOutletForDesk(db: Db, id: string) {
  const into = alias(categories, "into_outlet");
  const [row] = await db
    .select({
      outlet: categories,
      into: { id: into.id, name: into.name },
      logo: { id: media.id, generation: media.generation, width: media.width, height: media.height },
    })
    .from(categories)
    .leftJoin(into, eq(into.id, categories.mergedIntoId))
    .leftJoin(categoryLogos, eq(categoryLogos.categoryId, categories.id))
    .leftJoin(media, eq(media.id, categoryLogos.mediaId))
    .where(eq(categories.id, id));
  if (!row) return null;
  const aliases = await db
    .select({ alias: categoryAliases.alias, origin: categoryAliases.origin })
    .from(categoryAliases)
    .where(eq(categoryAliases.categoryId, id))
    .orderBy(desc(categoryAliases.origin), asc(categoryAliases.alias));
  return { ...row, logo: row.logo && showLogo(row.logo), aliases };
}

/** What the newest articles of an outlet name as their source, most often first. */
export const listSources = (db: Db, categoryId: string) =>
  db.execute<{ name: string; count: number }>(sql`
    select source_name as name, count(*)::int as count from (
      select ${articles.sourceName} source_name from ${articles}
      where ${articles.categoryId} = ${categoryId}::uuid and status = 'published'
      order by publish_at desc, id desc limit ${SOURCES_AMONG}
    ) newest where source_name <> '' group by 1 order by 2 desc, 1 limit ${SOURCES}`);
