import "server-only";
import { isNotNull, isNull, sql } from "drizzle-orm";
import { keepUntilExpired } from "@/lib/cache/kept-value";
import { tag } from "@/lib/cache/tags";
import { mapSurvivors } from "@/lib/categories/survivors";
import type { Db } from "@/lib/db/client";
import { categories, categoryAliases, securities, securityNames } from "@/lib/db/schema";
import { initialsOf } from "@/lib/spelling";
import { type Entry, keyOf, NameBook } from "./name-book";

const distinct = (keys: string[]) => [...new Set(keys.map(keyOf).filter((key) => key !== ""))];

/** Of two names that fit alike the one comes first that was written about more of late. */
async function countMentions(db: Db): Promise<Map<string, number>> {
  const rows = await db.execute<{ symbol: string; count: number }>(
    sql`select symbol, count(*)::int from mentions where listed_at > now() - interval '30 days' group by symbol`,
  );
  return new Map(rows.map(({ symbol, count }) => [symbol, count]));
}

async function listSecurities(db: Db): Promise<Entry[]> {
  const mentioned = await countMentions(db);
  const others = new Map<string, { names: string[]; spelled: string[] }>();
  for (const { symbol, name, pinyin, initials } of await db.select().from(securityNames)) {
    const known = others.get(symbol) ?? { names: [], spelled: [] };
    others.set(symbol, known);
    known.names.push(name);
    if (pinyin) known.spelled.push(pinyin, initials);
  }
  const { symbol, name, fullName, pinyin, initials } = securities;
  const rows = await db.select({ symbol, name, fullName, pinyin, initials }).from(securities);
  return rows.map((row) => ({
    ...{ kind: "security" as const, symbol: row.symbol, name: row.name },
    keys: distinct([row.name, ...(others.get(row.symbol)?.names ?? []), row.fullName]),
    spelled: [...(row.pinyin ? [row.pinyin, row.initials] : []), ...(others.get(row.symbol)?.spelled ?? [])],
    weight: mentioned.get(row.symbol) ?? 0,
  }));
}

async function listOutlets(db: Db): Promise<Entry[]> {
  const { id, slug, name, pinyin, publishedCount, mergedIntoId } = categories;
  const standing = await db
    .select({ id, slug, name, pinyin, publishedCount })
    .from(categories)
    .where(isNull(mergedIntoId));
  const merged = await db.select({ id, name }).from(categories).where(isNotNull(mergedIntoId));
  const survivors = await mapSurvivors(
    db,
    merged.map((row) => row.id),
  );
  const former = new Map<string, string[]>();
  const aliases = await db
    .select({ alias: categoryAliases.alias, categoryId: categoryAliases.categoryId })
    .from(categoryAliases);
  for (const [owner, key] of [
    ...merged.map((row) => [row.id, row.name] as const),
    ...aliases.map((row) => [row.categoryId, row.alias] as const),
  ]) {
    const survivor = survivors.get(owner) ?? owner;
    former.set(survivor, [...(former.get(survivor) ?? []), key]);
  }
  return standing.map((row) => ({
    ...{ kind: "outlet" as const, id: row.id, slug: row.slug, name: row.name },
    keys: distinct([row.name, ...(former.get(row.id) ?? []), row.slug]),
    spelled: [row.pinyin, initialsOf(row.name, row.pinyin)].filter(Boolean),
    weight: row.publishedCount,
  }));
}

/** Everything that a reader may name, kept by this process until a name changes. */
export const loadNames = (db: Db): Promise<NameBook> =>
  keepUntilExpired(tag.names, async () => new NameBook([...(await listSecurities(db)), ...(await listOutlets(db))]));
