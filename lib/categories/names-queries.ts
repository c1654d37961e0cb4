import "server-only";
import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { outletKey } from "@/lib/categories/naming";
import type { Db, Tx } from "@/lib/db/client";
import { categories, categoryAliases, redirects } from "@/lib/db/schema";

type Place = Db | Tx;
const keyOf = (column: SQL | typeof categories.name | typeof categoryAliases.alias) =>
  sql`lower(regexp_replace(${column}, '\\s+', '', 'g'))`;
const other = (id: string | null) => (id ? ne(categories.id, id) : undefined);

/** Says why an outlet (null: a new one) may not have this name; null when it may. */
export async function nameFault(db: Place, name: string, id: string | null): Promise<string | null> {
  const key = outletKey(name);
  const { mergedIntoId } = categories;
  const [holder] = await db
    .select({ name: categories.name, mergedIntoId })
    .from(categories)
    .where(and(eq(keyOf(categories.name), key), other(id)));
  if (holder) return holder.mergedIntoId ? await mergedWords(db, holder) : `已有媒体叫「${holder.name}」`;
  const [alias] = await db
    .select({ name: categories.name })
    .from(categoryAliases)
    .innerJoin(categories, eq(categories.id, categoryAliases.categoryId))
    .where(and(eq(keyOf(categoryAliases.alias), key), sql`${categoryAliases.origin} in ('name', 'desk')`, other(id)));
  return alias ? `这是「${alias.name}」的别名；先在那里去掉` : null;
}

async function mergedWords(db: Place, { name, mergedIntoId }: { name: string; mergedIntoId: string | null }) {
  const [into] = await db.select({ name: categories.name }).from(categories).where(eq(categories.id, mergedIntoId!));
  return `「${name}」已并入「${into?.name}」；要它回来，请撤销那次合并`;
}

/** Says whose an address is or was, for an outlet (null: a new one) that wants it; null when it is free. */
export async function outletSlugFault(db: Place, slug: string, id: string | null): Promise<string | null> {
  const { name, mergedIntoId } = categories;
  const [holder] = await db
    .select({ name, mergedIntoId })
    .from(categories)
    .where(and(eq(categories.slug, slug), other(id)));
  if (holder?.mergedIntoId) return `这个地址曾属于「${holder.name}」，会转到它并入的媒体，不能再用`;
  if (holder) return `这个地址属于「${holder.name}」`;
  const [former] = await db
    .select({ name })
    .from(categoryAliases)
    .innerJoin(categories, eq(categories.id, categoryAliases.categoryId))
    // What an old site wrote may be shared by outlets of one sound: it leads to one of them and binds none.
    .where(and(eq(sql`lower(${categoryAliases.alias})`, slug), ne(categoryAliases.origin, "import"), other(id)));
  if (former) return `这个地址曾属于「${former.name}」，会转到那里，不能再用`;
  const [led] = await db
    .select({ name })
    .from(redirects)
    .leftJoin(categories, eq(categories.id, redirects.categoryId))
    .where(
      and(
        eq(redirects.fromPath, `/category/${slug}`),
        id ? or(sql`${redirects.categoryId} is null`, ne(redirects.categoryId, id)) : undefined,
      ),
    );
  return led ? `这个地址会转到${led.name ? `「${led.name}」` : "别的页面"}，不能再用` : null;
}

/** The first address made from this one that is free. */
export async function freeOutletSlug(db: Place, base: string, id: string | null): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await outletSlugFault(db, slug, id))) return slug;
  }
}

/** Outlets whose name sounds the same, this one left out. */
export const listSameSound = (db: Place, pinyin: string, id: string | null) =>
  db
    .select({ id: categories.id, name: categories.name, slug: categories.slug })
    .from(categories)
    .where(and(eq(categories.pinyin, pinyin), sql`${categories.mergedIntoId} is null and ${pinyin} <> '#'`, other(id)))
    .orderBy(categories.slug);
