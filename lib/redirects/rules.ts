import "server-only";
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { articles, categories, redirects, securities, tags } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { readPath } from "@/lib/redirects/path";
import { resolveOldPath } from "@/lib/redirects/queries";
import { categoriesPath, homePath, isForReaders, livePath } from "@/lib/urls";

export type Target = { articleId: string | null; categoryId: string | null; toPath: string | null };
type Named = { target: Target; path: string; name: string };

/** Pages that are there without a row of the database. */
const FIXED: Record<string, string> = { [homePath]: "首页", [livePath]: "7×24 快讯", [categoriesPath]: "全部媒体" };
const BAD = "请检查标出的地方";
const refuse = (field: "from" | "to", message: string) => new AppError("invalid", BAD, { [field]: message });

/** What stands at a path of this site; null when nothing does. Takes the decoded path. */
async function pageAt(tx: Tx, path: string): Promise<(Named & { isPublic: boolean }) | null> {
  const none: Target = { articleId: null, categoryId: null, toPath: null };
  if (FIXED[path]) return { target: { ...none, toPath: path }, path, name: FIXED[path], isPublic: true };
  const [, list, key] = /^\/(articles|category|tag|stock)\/([^/]+)$/.exec(path) ?? [];
  if (!key) return null;
  if (list === "articles") {
    const { id, title, status } = articles;
    const [row] = await tx.select({ id, title, status }).from(articles).where(eq(articles.slug, key));
    const isPublic = row?.status === "published" || row?.status === "withdrawn";
    return row ? { target: { ...none, articleId: row.id }, path, name: `《${row.title}》`, isPublic } : null;
  }
  if (list === "category") {
    const [row] = await tx
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .where(and(eq(categories.slug, key), isNull(categories.mergedIntoId)));
    return row ? { target: { ...none, categoryId: row.id }, path, name: row.name, isPublic: true } : null;
  }
  const [row] =
    list === "tag"
      ? await tx
          .select({ name: tags.name })
          .from(tags)
          .where(and(eq(tags.slug, key), isNull(tags.mergedIntoId)))
      : await tx.select({ name: securities.name }).from(securities).where(eq(securities.symbol, key));
  return row ? { target: { ...none, toPath: path }, path, name: row.name, isPublic: true } : null;
}

/**
 * What an address leads to. One that leads elsewhere itself is followed, so that a redirect is always one hop.
 * @throws {AppError} on `to`
 */
export async function requireTarget(tx: Tx, text: string): Promise<Named> {
  const path = readPath(text, env().siteUrl);
  if (path === null) throw refuse("to", "新地址应是本站的地址，以 / 开头");
  const page = await pageAt(tx, path);
  if (page && !page.isPublic) throw refuse("to", `${page.name}还没有发布，读者打不开`);
  if (page) return page;
  const further = await resolveOldPath(tx, path);
  const end = further && (await pageAt(tx, decodeURIComponent(further)));
  if (!end) throw refuse("to", "这个地址上没有页面");
  return end;
}

/**
 * The path that an old address is stored under.
 * @param id the redirect that may have it already
 * @throws {AppError} on `from`
 */
export async function requireSource(tx: Tx, text: string, id: string | null): Promise<string> {
  const path = readPath(text, env().siteUrl);
  if (path === null) throw refuse("from", "旧地址应是本站的地址，以 / 开头");
  if (!isForReaders(path.split("/")[1] ?? "")) throw refuse("from", "这是后台或程序用的地址，不能转走");
  const page = await pageAt(tx, path);
  if (page) throw refuse("from", `这个地址上现在有${page.name}，转走它就打不开了`);
  const [same] = await tx
    .select({ id: redirects.id })
    .from(redirects)
    .where(and(eq(redirects.fromPath, path), id ? ne(redirects.id, id) : undefined));
  if (same) throw refuse("from", "这个地址已经有重定向，请改那一条");
  const [onto] = await tx
    .select({ from: redirects.fromPath })
    .from(redirects)
    .where(eq(redirects.toPath, path))
    .limit(1);
  if (onto) throw refuse("from", `${onto.from} 正转到这里，会成两跳；先把它改到新地址`);
  return path;
}

/** Old addresses with what they lead to now. */
export async function describeTargets(tx: Tx, paths: string[]) {
  return tx
    .select({
      id: redirects.id,
      from: redirects.fromPath,
      to: sql<string>`coalesce('/articles/' || ${articles.slug}, '/category/' || ${categories.slug}, ${redirects.toPath})`,
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .leftJoin(categories, eq(categories.id, redirects.categoryId))
    .where(inArray(redirects.fromPath, paths));
}
