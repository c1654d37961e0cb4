import "server-only";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { and, eq, gt, sql } from "drizzle-orm";
import { beijingDay, beijingIso } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, categoryAliases, importFiles, tags } from "@/lib/db/schema";
import { OperatorError } from "@/lib/errors";
import { groupKey } from "./jekyll/file-name";
import { isRefusal } from "./jekyll/refusal";
import { latestVersions } from "./plan";
import { TAKEN_DOWN } from "./taken-down";
import { writtenHash } from "./written";

type Row = typeof articles.$inferSelect & {
  categoryName: string;
  categorySlug: string;
  written: string | null;
  keywords: string[];
};
type File = { path: string; bytes: Buffer | string };

const PAGE = 200;

/** A post in the old site's format, for articles that were written or changed here. */
function writePost(row: Row): string {
  const at = beijingIso(row.publishAt ?? row.createdAt)
    .replace("T", " ")
    .replace("+08:00", " +0800");
  const digest = row.summary ? `> ${row.summary.replaceAll("\n", "\n> ")}\n\n` : "";
  const source = row.sourceName ? `<p>（文章来源：${row.sourceName}）</p>` : "";
  const link = row.originalUrl ? `\n\n<${row.originalUrl}>` : "";
  const outlet = `${row.categoryName}新闻`;
  const tagLine = row.keywords.length > 0 ? `[${[outlet, ...row.keywords].join(", ")}]` : outlet;
  const prefix = row.kind === "flash" ? (["", "", "【重要】", "【特别重要】"][row.level] ?? "") : "";
  return `---\nlayout: post\ntitle: "${prefix}${row.title}"\ndate: ${at}\ncategories: ${row.written ?? row.categorySlug}\ntags: ${tagLine}\n---\n${digest}${row.bodyHtml}${source}${link}\n`;
}

/** The newest bytes of each path that an untouched article came from; a fresh file for any other article. */
async function filesOf(db: Db, rows: Row[]): Promise<File[]> {
  const ledger = await latestVersions(
    db,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row): File[] => {
    const own = ledger.filter((file) => file.articleId === row.id);
    const hash = writtenHash(row);
    if (own.some((file) => file.writtenHash === hash)) return own.map((file) => ({ path: file.path, bytes: file.raw }));
    const day = beijingDay(row.publishAt ?? row.createdAt);
    const name =
      own.find((file) => groupKey(file.path) && file.outcome !== "merged")?.path ?? `_posts/${day}-${row.slug}.md`;
    return [{ path: name, bytes: writePost(row) }];
  });
}

/** Writes the archive as a Jekyll site: what was imported and not touched comes back byte for byte. */
export async function exportSite(db: Db, folder: string, onProgress?: (files: number) => void): Promise<number> {
  const root = resolve(folder);
  let files = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  const write = async ({ path, bytes }: File) => {
    const target = resolve(join(root, path));
    if (relative(root, target).startsWith(".."))
      throw new OperatorError(`The ledger holds a path outside of the site: ${path}.`);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    } catch (error) {
      throw new OperatorError(`Cannot write ${target} (${(error as NodeJS.ErrnoException).code}).`);
    }
    files++;
  };
  for (;;) {
    const rows = await db
      .select({
        article: articles,
        categoryName: categories.name,
        categorySlug: categories.slug,
        written: sql<
          string | null
        >`(select min(${categoryAliases.alias}) from ${categoryAliases} where ${categoryAliases.categoryId} = ${categories.id} and ${categoryAliases.origin} = 'import')`,
        keywords: sql<
          string[]
        >`array(select ${tags.name} from ${articleTags} join ${tags} on ${tags.id} = ${articleTags.tagId} where ${articleTags.articleId} = ${articles.id} order by 1)`,
      })
      .from(articles)
      .innerJoin(categories, eq(categories.id, articles.categoryId))
      .where(and(gt(articles.id, after), eq(articles.status, "published")))
      .orderBy(articles.id)
      .limit(PAGE);
    if (rows.length === 0) break;
    after = rows.at(-1)!.article.id;
    for (const file of await filesOf(
      db,
      rows.map(({ article, ...rest }) => ({ ...article, ...rest })),
    ))
      await write(file);
    onProgress?.(files);
  }
  // What could not be read as a post goes back as it came.
  const refused = await db.select().from(importFiles).where(eq(importFiles.outcome, "quarantined"));
  for (const { path, raw, reason } of refused)
    if (!reason.startsWith("编辑已改动") && reason !== TAKEN_DOWN && !isRefusal(reason))
      await write({ path, bytes: raw });
  return files;
}
