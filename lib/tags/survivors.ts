import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { tagAliases, tags } from "@/lib/db/schema";
import { tagSlug } from "@/lib/tags/naming";

/** Longer chains cannot be made; it keeps a fault in the data from turning in circles. */
const MOST_STEPS = 50;

export type LiveTag = { id: string; name: string };

/** The tags that stand today for each of these: one, or the parts that it was split into. */
export async function findLiveTags(db: Db | Tx, ids: string[]): Promise<Map<string, LiveTag[]>> {
  const map = new Map<string, LiveTag[]>();
  if (ids.length === 0) return map;
  const list = idList(ids);
  const rows = await db.execute<{ start: string; id: string; name: string }>(sql`
    with recursive leads as (
      select id as start, id, 0 n from tags where id in (${list})
      union
      select l.start, coalesce(p.part_id, t.merged_into_id), l.n + 1
      from leads l join tags t on t.id = l.id left join tag_parts p on p.tag_id = t.id
      where t.merged_into_id is not null and l.n < ${MOST_STEPS}
    ) select distinct l.start, t.id, t.name from leads l join tags t on t.id = l.id
      where t.merged_into_id is null order by t.name`);
  for (const { start, id, name } of rows) map.set(start, [...(map.get(start) ?? []), { id, name }]);
  return map;
}

/** What is written under each of these names today: the tag itself, what took its place, or whose alias it is. */
export async function findTagsByNames(db: Db | Tx, names: string[]): Promise<Map<string, LiveTag[]>> {
  const found = new Map<string, LiveTag[]>();
  if (names.length === 0) return found;
  const rows = await db.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.name, names));
  const idOf = new Map(rows.map(({ id, name }) => [name, id]));
  const others = names.filter((name) => !idOf.has(name));
  if (others.length > 0) {
    const aliases = await db
      .select({ key: tagAliases.key, id: tagAliases.tagId })
      .from(tagAliases)
      .where(inArray(tagAliases.key, others.map(tagSlug)));
    for (const name of others) {
      const alias = aliases.find(({ key }) => key === tagSlug(name));
      if (alias) idOf.set(name, alias.id);
    }
  }
  const live = await findLiveTags(db, [...new Set(idOf.values())]);
  for (const [name, id] of idOf) found.set(name, live.get(id) ?? []);
  return found;
}

export type TagPlace = { slug: string; chain: string[] };

/** Where the page of a tag is today that has or had this slug, and the way there; null when none had. */
export async function findTagPlace(db: Db | Tx, slug: string): Promise<TagPlace | null> {
  return (
    (await follow(db, sql`slug = ${slug}`)) ??
    (await follow(db, sql`id = (select tag_id from tag_aliases where key = ${tagSlug(slug)})`))
  );
}

async function follow(db: Db | Tx, where: SQL): Promise<TagPlace | null> {
  const [row] = await db.execute<TagPlace>(sql`
    with recursive chain as (
      select id, slug, merged_into_id, array[id] ids from tags where ${where}
      union all
      select t.id, t.slug, t.merged_into_id, chain.ids || t.id
      from chain join tags t on t.id = chain.merged_into_id where cardinality(chain.ids) < ${MOST_STEPS}
    ) select slug, ids chain from chain where merged_into_id is null`);
  return row ?? null;
}
