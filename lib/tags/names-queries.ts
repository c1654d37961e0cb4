import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { tagAliases, tags } from "@/lib/db/schema";
import { tagSlug } from "@/lib/tags/naming";

type Place = Db | Tx;
const other = (id: string | null) => (id ? ne(tags.id, id) : undefined);

/** Says why a tag (null: a new one) may not have this name; null when it may. */
export async function tagNameFault(db: Place, name: string, id: string | null): Promise<string | null> {
  const { mergedIntoId } = tags;
  const [holder] = await db
    .select({ mergedIntoId })
    .from(tags)
    .where(and(eq(sql`lower(${tags.name})`, name.toLowerCase()), other(id)));
  if (holder)
    return holder.mergedIntoId ? `「${name}」已并入或拆成别的标签；要它回来，请撤销那一次` : `已有标签叫「${name}」`;
  const [alias] = await db
    .select({ name: tags.name })
    .from(tagAliases)
    .innerJoin(tags, eq(tags.id, tagAliases.tagId))
    .where(and(eq(tagAliases.key, tagSlug(name)), other(id)));
  return alias ? `这是「${alias.name}」的别名或旧名` : null;
}

/** Says whose an address is or was, for a tag (null: a new one) that wants it; null when it is free. */
export async function tagSlugFault(db: Place, slug: string, id: string | null): Promise<string | null> {
  const [holder] = await db
    .select({ name: tags.name, mergedIntoId: tags.mergedIntoId })
    .from(tags)
    .where(and(eq(tags.slug, slug), other(id)));
  if (holder) return `这个地址${holder.mergedIntoId ? "曾" : ""}属于「${holder.name}」`;
  const [former] = await db
    .select({ name: tags.name })
    .from(tagAliases)
    .innerJoin(tags, eq(tags.id, tagAliases.tagId))
    .where(and(eq(tagAliases.key, slug), other(id)));
  return former ? `这个地址会转到「${former.name}」，不能再用` : null;
}

/** The first address made from this one that is free. */
export async function freeTagSlug(db: Place, base: string, id: string | null): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!(await tagSlugFault(db, slug, id))) return slug;
  }
}

/** Tags whose name makes the same address as this one: they are told apart by a number. */
export const listSameAddress = (db: Place, name: string, id: string | null) => {
  const slug = tagSlug(name);
  return db
    .select({ id: tags.id, name: tags.name, slug: tags.slug })
    .from(tags)
    .where(
      and(
        sql`${tags.slug} in (${sql.join(
          [slug, ...Array.from({ length: 8 }, (_, n) => `${slug}-${n + 2}`)].map((one) => sql`${one}`),
          sql`, `,
        )}) and ${tags.mergedIntoId} is null`,
        other(id),
      ),
    )
    .orderBy(tags.slug);
};
