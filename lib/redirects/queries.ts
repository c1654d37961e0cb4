import "server-only";
import { eq, sql } from "drizzle-orm";
import { tag } from "@/lib/cache/tags";
import { findSurvivor, findSurvivorBySlug, type Survivor } from "@/lib/categories/survivors";
import type { Db, Tx } from "@/lib/db/client";
import { articles, categoryAliases, redirects } from "@/lib/db/schema";
import { anyCase, exactFirst } from "@/lib/redirects/any-case";
import { findTagPlace } from "@/lib/tags/survivors";
import { articlePath, categoryPath, tagPath } from "@/lib/urls";

/** Where an address leads, and the tags of what decides that. */
export type OldPath = { to: string | null; tags: string[] };
/** The same of an address that belongs to something. */
type Found = { to: string; tags: string[] };

/** Readers get a page at its address, be it one that says with status 410 that it was withdrawn. */
export const articleAnswers = sql`(${articles.status} in ('published', 'withdrawn')
  or ${articles.trashedFrom} in ('published', 'withdrawn') or ${articles.withdrawnAt} is not null)`;

/** Where an address of the past leads now, in one hop; null when it never led anywhere. Takes the decoded path. */
export const resolveOldPath = async (db: Db | Tx, decodedPath: string): Promise<string | null> =>
  (await followOldPath(db, decodedPath)).to;

/**
 * The same with the tags that end the answer: an outlet that is merged or renamed takes its old addresses along. What
 * stands below an old address leads to the same below the new one.
 */
export async function followOldPath(db: Db | Tx, decodedPath: string): Promise<OldPath> {
  const path = decodedPath.replace(/(?<=.)\/+$/, "");
  const found = (await findRecorded(db, path)) ?? (await findOwner(db, path));
  if (!found) return { to: null, tags: [] };
  // A row that points at where the reader already is would send them round in a circle.
  return { ...found, to: decodeURIComponent(found.to) === decodedPath ? null : found.to };
}

/** Whose address it is or was, by its first part; the rest of it stays. */
async function findOwner(db: Db | Tx, path: string): Promise<Found | null> {
  const [, section, key, rest = ""] = /^\/([^/]+)\/([^/]+)(\/.+)?$/.exec(path) ?? [];
  const below = (found: Found | null) => found && { ...found, to: found.to + encodePath(rest.toLowerCase()) };
  const base = `/${section?.toLowerCase()}/${key}`;
  const recorded = () => (rest ? findRecorded(db, base) : null);
  switch (section?.toLowerCase()) {
    case "articles":
      return below((await findArticle(db, key!)) ?? (await recorded()));
    case "category":
      return below((await recorded()) ?? (await findOutlet(db, base)));
    case "tag":
      return below((await recorded()) ?? (await findTopic(db, base)));
    default:
      return (await findOutlet(db, path)) ?? (await findPost(db, path));
  }
}

export const encodePath = (path: string) => path.split("/").map(encodeURIComponent).join("/");

const toOutlet = (survivor: Survivor | null): Found | null =>
  survivor && { to: categoryPath(survivor.slug), tags: survivor.chain.map(tag.outlet) };

async function findRecorded(db: Db | Tx, path: string): Promise<Found | null> {
  const [row] = await db
    .select({
      article: articles.slug,
      answers: sql<boolean>`${articleAnswers}`,
      category: redirects.categoryId,
      page: redirects.toPath,
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .where(anyCase(redirects.fromPath, path))
    .orderBy(exactFirst(redirects.fromPath, path))
    .limit(1);
  if (row?.article) return row.answers ? { to: articlePath(row.article), tags: [] } : null;
  if (row?.page) return (await findTopic(db, row.page)) ?? { to: encodePath(row.page), tags: [] };
  return row?.category ? toOutlet(await findSurvivor(db, row.category)) : null;
}

/** `/tag/<slug>` of a tag that was merged, renamed or split, or of another name of one. */
async function findTopic(db: Db | Tx, path: string): Promise<Found | null> {
  const slug = /^\/tag\/([^/]+)$/.exec(path)?.[1];
  const place = slug ? ((await findTagPlace(db, slug)) ?? (await findTagPlace(db, slug.toLowerCase()))) : null;
  return place && { to: tagPath(place.slug), tags: place.chain.map(tag.topicPlace) };
}

/** `/category/<as written>.html`, `/category/<old slug>`, `/<pinyin>`. */
async function findOutlet(db: Db | Tx, path: string): Promise<Found | null> {
  const written = /^\/(?:category\/)?([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  if (!written) return null;
  const [alias] = await db
    .select({ id: categoryAliases.categoryId })
    .from(categoryAliases)
    .where(sql`lower(${categoryAliases.alias}) = ${written.toLowerCase()}`)
    .orderBy(exactFirst(categoryAliases.alias, written), categoryAliases.alias)
    .limit(1);
  if (alias) return toOutlet(await findSurvivor(db, alias.id));
  const names = [...new Set([written, written.toLowerCase()])];
  return toOutlet(await findSurvivorBySlug(db, names)) ?? findByPart(db, written);
}

/** Jekyll split a category at its blanks: `a b` had posts below `/a/b/` and was two categories, `a` and `b`. */
async function findByPart(db: Db | Tx, part: string): Promise<Found | null> {
  if (/\s/.test(part)) return null;
  const parts = sql`string_to_array(lower(${categoryAliases.alias}), ' ')`;
  const [alias] = await db
    .select({ id: categoryAliases.categoryId })
    .from(categoryAliases)
    .where(sql`${categoryAliases.alias} like '% %' and ${part.toLowerCase()} = any(${parts})`)
    .orderBy(categoryAliases.alias)
    .limit(1);
  return alias ? toOutlet(await findSurvivor(db, alias.id)) : null;
}

/** `/<categories>/yyyy/mm/dd/<slug>.html` of a post whose outlet or day was written differently than recorded. */
async function findPost(db: Db | Tx, path: string): Promise<Found | null> {
  const slug = /\/\d{4}\/\d{2}\/\d{2}\/([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  return slug ? findArticle(db, slug) : null;
}

/** An article by its slug, in any case. */
async function findArticle(db: Db | Tx, slug: string): Promise<Found | null> {
  const [post] = await db
    .select({ slug: articles.slug })
    .from(articles)
    .where(sql`${anyCase(articles.slug, slug)} and ${articleAnswers}`)
    .orderBy(exactFirst(articles.slug, slug), articles.slug)
    .limit(1);
  return post ? { to: articlePath(post.slug), tags: [] } : null;
}
