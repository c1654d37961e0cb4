import "server-only";
import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { pageOf } from "@/lib/db/paging";
import { articles, redirects } from "@/lib/db/schema";
import { articleAnswers } from "@/lib/redirects/queries";

const PAGE_SIZE = 50;

/** The outlet that an old address leads to: of one that was merged away, the one that took it in. */
const outlet = sql`(with recursive chain as (
    select id, slug, name, merged_into_id from categories where id = ${redirects.categoryId}
    union select c.id, c.slug, c.name, c.merged_into_id from chain join categories c on c.id = chain.merged_into_id
  ) select jsonb_build_object('slug', slug, 'name', name) from chain where merged_into_id is null)`;

const line = {
  id: redirects.id,
  from: redirects.fromPath,
  to: sql<string>`coalesce('/articles/' || ${articles.slug}, '/category/' || (${outlet} ->> 'slug'), ${redirects.toPath})`,
  name: sql<string | null>`coalesce(${articles.title}, ${outlet} ->> 'name')`,
  kind: sql<
    "article" | "category" | "page"
  >`case when ${redirects.articleId} is not null then 'article' when ${redirects.categoryId} is not null then 'category' else 'page' end`,
  answers: sql<boolean>`${redirects.articleId} is null or ${articleAnswers}`,
  /** Made by hand or an import: what was an address of the site's own stays. */
  mayGo: sql<boolean>`${redirects.origin} <> 'moved'`,
  hits: redirects.hits,
  lastHitAt: redirects.lastHitAt,
};

const lines = (db: Db) => db.select(line).from(redirects).leftJoin(articles, eq(articles.id, redirects.articleId));

/** Bytes instead of a locale, so that the index finds the beginning of a path in any database. */
const path = sql`${redirects.fromPath} collate "C"`;

type Page = { after?: string; before?: string };

/** Newest first (ids are in the order of time); with the beginning of a path, in the order of paths. */
export async function listRedirects(db: Db, prefix: string | undefined, page: Page) {
  const backwards = page.before !== undefined;
  const like = prefix && `${prefix.replace(/[\\%_]/g, "\\$&")}%`;
  const where = like
    ? and(
        sql`${path} like ${like}`,
        page.after ? sql`${path} > ${page.after}` : undefined,
        page.before ? sql`${path} < ${page.before}` : undefined,
      )
    : and(
        page.after ? lt(redirects.id, page.after) : undefined,
        page.before ? gt(redirects.id, page.before) : undefined,
      );
  const order = like
    ? backwards
      ? sql`${path} desc`
      : sql`${path}`
    : backwards
      ? asc(redirects.id)
      : desc(redirects.id);
  const rows = await lines(db)
    .where(where)
    .orderBy(order)
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, page);
}

export async function findRedirect(db: Db, id: string) {
  const [row] = await lines(db).where(eq(redirects.id, id));
  return row ?? null;
}
