import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { articles, categories, categoryAliases, redirects } from "@/lib/db/schema";
import { articlePath, categoryPath } from "@/lib/urls";

/** A withdrawn article still has a page, which says so with status 410. */
const articleAnswers = sql`${articles.status} in ('published', 'withdrawn')`;

/** Where an address of the past leads now, in one hop; null when it never led anywhere. Takes the decoded path. */
export async function resolveOldPath(db: Db | Tx, decodedPath: string): Promise<string | null> {
  const path = decodedPath.replace(/(?<=.)\/+$/, "");
  const recorded = await findRecorded(db, [...new Set([decodedPath, path])]);
  const target = recorded ?? (await findOutlet(db, path)) ?? (await findPost(db, path));
  // A row that points at where the reader already is would send them round in a circle.
  return target && decodeURIComponent(target) !== decodedPath ? target : null;
}

async function findRecorded(db: Db | Tx, paths: string[]) {
  const [row] = await db
    .select({
      article: articles.slug,
      answers: sql<boolean>`${articleAnswers}`,
      category: categories.slug,
      page: redirects.toPath,
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .leftJoin(categories, eq(categories.id, redirects.categoryId))
    .where(inArray(redirects.fromPath, paths))
    .limit(1);
  if (row?.article) return row.answers ? articlePath(row.article) : null;
  if (row?.page) return row.page.split("/").map(encodeURIComponent).join("/");
  return row?.category ? categoryPath(row.category) : null;
}

/** `/category/<as written>.html`, `/category/<old slug>`, `/<pinyin>`. */
async function findOutlet(db: Db | Tx, path: string) {
  const written = /^\/(?:category\/)?([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  if (!written) return null;
  const names = [...new Set([written, written.toLowerCase()])];
  const [alias] = await db
    .select({ slug: categories.slug })
    .from(categoryAliases)
    .innerJoin(categories, eq(categories.id, categoryAliases.categoryId))
    .where(inArray(categoryAliases.alias, names))
    // The spelling as it stands wins over its lower-cased one.
    .orderBy(sql`${categoryAliases.alias} = ${written} desc`)
    .limit(1);
  if (alias) return categoryPath(alias.slug);
  const [category] = await db
    .select({ slug: categories.slug })
    .from(categories)
    .where(inArray(categories.slug, names))
    .limit(1);
  return category ? categoryPath(category.slug) : findByPart(db, written);
}

/** Jekyll split a category at its blanks: `a b` had posts below `/a/b/` and was two categories, `a` and `b`. */
async function findByPart(db: Db | Tx, part: string) {
  if (/\s/.test(part)) return null;
  const parts = sql`string_to_array(lower(${categoryAliases.alias}), ' ')`;
  const [alias] = await db
    .select({ slug: categories.slug })
    .from(categoryAliases)
    .innerJoin(categories, eq(categories.id, categoryAliases.categoryId))
    .where(sql`${categoryAliases.alias} like '% %' and ${part.toLowerCase()} = any(${parts})`)
    .orderBy(categoryAliases.alias)
    .limit(1);
  return alias ? categoryPath(alias.slug) : null;
}

/** `/<categories>/yyyy/mm/dd/<slug>.html` of a post whose outlet or day was written differently than recorded. */
async function findPost(db: Db | Tx, path: string) {
  const slug = /\/\d{4}\/\d{2}\/\d{2}\/([^/]+?)(?:\.html)?$/.exec(path)?.[1];
  if (!slug) return null;
  const slugs = [...new Set([slug, slug.replace(/^nw(?=\d)/i, "NW")])];
  const [post] = await db
    .select({ slug: articles.slug })
    .from(articles)
    .where(sql`${inArray(articles.slug, slugs)} and ${articleAnswers}`)
    .limit(1);
  return post ? articlePath(post.slug) : null;
}
