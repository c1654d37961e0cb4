import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { tag } from "@/lib/cache/tags";
import { findSurvivor, findSurvivorBySlug, type Survivor } from "@/lib/categories/survivors";
import type { Db, Tx } from "@/lib/db/client";
import { articles, categoryAliases, redirects } from "@/lib/db/schema";
import { findTagPlace } from "@/lib/tags/survivors";
import { articlePath, categoryPath, tagPath } from "@/lib/urls";

/** Where an address leads, and the tags of what decides that. */
export type OldPath = { to: string | null; tags: string[] };

/** A withdrawn article still has a page, which says so with status 410. */
const articleAnswers = sql`${articles.status} in ('published', 'withdrawn')`;

/** Where an address of the past leads now, in one hop; null when it never led anywhere. Takes the decoded path. */
export const resolveOldPath = async (db: Db | Tx, decodedPath: string): Promise<string | null> =>
  (await followOldPath(db, decodedPath)).to;

/** The same with the tags that end the answer: an outlet that is merged or renamed takes its old addresses along. */
export async function followOldPath(db: Db | Tx, decodedPath: string): Promise<OldPath> {
  const path = decodedPath.replace(/(?<=.)\/+$/, "");
  const found =
    (await findRecorded(db, [...new Set([decodedPath, path])])) ??
    (await findOutlet(db, path)) ??
    (await findTopic(db, path)) ??
    (await findPost(db, path));
  if (!found) return { to: null, tags: [] };
  // A row that points at where the reader already is would send them round in a circle.
  return { ...found, to: found.to && decodeURIComponent(found.to) !== decodedPath ? found.to : null };
}

const toOutlet = (survivor: Survivor | null): OldPath | null =>
  survivor && { to: categoryPath(survivor.slug), tags: survivor.chain.map(tag.outlet) };

async function findRecorded(db: Db | Tx, paths: string[]): Promise<OldPath | null> {
  const [row] = await db
    .select({
      article: articles.slug,
      answers: sql<boolean>`${articleAnswers}`,
      category: redirects.categoryId,
      page: redirects.toPath,
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .where(inArray(redirects.fromPath, paths))
    .limit(1);
  if (row?.article) return row.answers ? { to: articlePath(row.article), tags: [] } : null;
  if (row?.page)
    return (await findTopic(db, row.page)) ?? { to: row.page.split("/").map(encodeURIComponent).join("/"), tags: [] };
  return row?.category ? toOutlet(await findSurvivor(db, row.category)) : null;
}

/** `/tag/<slug>` of a tag that was merged, renamed or split, or of another name of one. */
async function findTopic(db: Db | Tx, path: string): Promise<OldPath | null> {
  const slug = /^\/tag\/([^/]+)$/.exec(path)?.[1];
  const place = slug ? await findTagPlace(db, slug) : null;
  return place && { to: tagPath(place.slug), tags: place.chain.map(tag.topicPlace) };
}

/** `/category/<as written>.html`, `/category/<old slug>`, `/<pinyin>`. */
async function findOutlet(db: Db | Tx, path: string): Promise<OldPath | null> {
  const written = /^\/(?:category\/)?([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  if (!written) return null;
  const names = [...new Set([written, written.toLowerCase()])];
  const [alias] = await db
    .select({ id: categoryAliases.categoryId })
    .from(categoryAliases)
    .where(inArray(categoryAliases.alias, names))
    // The spelling as it stands wins over its lower-cased one.
    .orderBy(sql`${categoryAliases.alias} = ${written} desc`)
    .limit(1);
  if (alias) return toOutlet(await findSurvivor(db, alias.id));
  return toOutlet(await findSurvivorBySlug(db, names)) ?? findByPart(db, written);
}

/** Jekyll split a category at its blanks: `a b` had posts below `/a/b/` and was two categories, `a` and `b`. */
async function findByPart(db: Db | Tx, part: string): Promise<OldPath | null> {
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
async function findPost(db: Db | Tx, path: string): Promise<OldPath | null> {
  const slug = /\/\d{4}\/\d{2}\/\d{2}\/([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  if (!slug) return null;
  const slugs = [...new Set([slug, slug.replace(/^nw(?=\d)/i, "NW")])];
  const [post] = await db
    .select({ slug: articles.slug })
    .from(articles)
    .where(sql`${inArray(articles.slug, slugs)} and ${articleAnswers}`)
    .limit(1);
  return post ? { to: articlePath(post.slug), tags: [] } : null;
}
