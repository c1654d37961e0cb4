import "server-only";
import { and, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/lib/db/client";
import { likeWords, pageOf } from "@/lib/db/paging";
import { tagAliases, tagParts, tags } from "@/lib/db/schema";
import type { TagParams } from "@/lib/tags/params";

const PAGE_SIZE = 50;
const FOUND = 8;
/** Counting stops here: "more than a thousand" says as much and costs the same for every tag. */
export const TAG_COUNTED = 1000;

/** How many articles of all states carry a tag, counted up to the bound. */
const counted = sql<number>`(select count(*)::int from (
  select 1 from article_tags x where x.tag_id = ${tags.id} limit ${TAG_COUNTED + 1}) few)`;

/** Whether another tag has its address but for the number: their names differ, the addresses made of them do not. */
const hasTwin = sql`(${tags.slug} ~ '-[2-9]$' and exists (select 1 from tags t
  where t.merged_into_id is null and t.slug = regexp_replace(${tags.slug}, '-[2-9]$', '')))`;

/** One page of the tags, by position: there may be tens of thousands. What a line counts is asked for its lines alone. */
export async function listTagLines(db: Db, params: TagParams) {
  const { q, view, sort = "name", after, before } = params;
  const backwards = before !== undefined;
  const byName = sort === "name";
  // Bytes instead of a locale, so that the index finds the place in any database.
  const key: SQL = byName ? sql`${tags.slug} collate "C"` : sql`${tags.id}`;
  const ascending = byName !== backwards;
  const place = before ?? after;
  const said = place && (byName ? sql`${place}` : sql`${place}::uuid`);
  const rows = await db
    .select({ id: tags.id, name: tags.name, slug: tags.slug, createdAt: tags.createdAt })
    .from(tags)
    .where(
      and(
        view === "merged" ? sql`${tags.mergedIntoId} is not null` : sql`${tags.mergedIntoId} is null`,
        view === "same" ? hasTwin : undefined,
        ...likeWords(q).map((like) => or(ilike(tags.name, like), ilike(tags.slug, like))),
        said ? sql`${key} ${ascending ? sql`>` : sql`<`} ${said}` : undefined,
      ),
    )
    .orderBy(ascending ? sql`${key} asc` : sql`${key} desc`)
    .limit(PAGE_SIZE + 1);
  const { items, ...ends } = pageOf(rows, PAGE_SIZE, { after, before });
  const details = await detail(
    db,
    items.map(({ id }) => id),
  );
  const of = new Map(details.map((row) => [row.id, row]));
  return { items: items.map((row) => ({ ...row, ...of.get(row.id)! })), ...ends };
}

async function detail(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  const [into, twin] = [alias(tags, "into_tag"), alias(tags, "twin")];
  return db
    .select({
      ...{ id: tags.id, count: counted, into: into.name, twin: twin.name },
      aliases: sql<number>`(select count(*)::int from tag_aliases a where a.tag_id = ${tags.id})`,
    })
    .from(tags)
    .leftJoin(into, eq(into.id, tags.mergedIntoId))
    .leftJoin(
      twin,
      sql`${tags.slug} ~ '-[2-9]$' and ${twin.mergedIntoId} is null
        and ${twin.slug} = regexp_replace(${tags.slug}, '-[2-9]$', '')`,
    )
    .where(inArray(tags.id, ids));
}

/** Tags to choose from, by words; who asks for nothing gets those that were made last. */
export async function findTagTargets(db: Db, words: string, not: string | null) {
  const rows = await db
    .select({ id: tags.id, name: tags.name, slug: tags.slug, count: counted })
    .from(tags)
    .where(
      and(
        sql`${tags.mergedIntoId} is null`,
        not ? sql`${tags.id} <> ${not}::uuid` : undefined,
        ...likeWords(words).map((like) => or(ilike(tags.name, like), ilike(tags.slug, like))),
      ),
    )
    .orderBy(sql`${tags.name} = ${words} desc`, sql`length(${tags.name})`, sql`${tags.id} desc`)
    .limit(FOUND);
  return rows;
}

/** One tag with everything its page shows. */
export async function findTagForDesk(db: Db, id: string) {
  const into = alias(tags, "into_tag");
  const [row] = await db
    .select({ tag: tags, into: { id: into.id, name: into.name }, count: counted })
    .from(tags)
    .leftJoin(into, eq(into.id, tags.mergedIntoId))
    .where(eq(tags.id, id));
  if (!row) return null;
  const [aliases, parts] = await Promise.all([
    db
      .select({ key: tagAliases.key, alias: tagAliases.alias, origin: tagAliases.origin })
      .from(tagAliases)
      .where(eq(tagAliases.tagId, id))
      .orderBy(tagAliases.key),
    db
      .select({ id: tags.id, name: tags.name })
      .from(tagParts)
      .innerJoin(tags, eq(tags.id, tagParts.partId))
      .where(eq(tagParts.tagId, id)),
  ]);
  return { ...row, aliases, parts };
}
