import "server-only";
import { and, desc, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { articles, importFiles, redirects } from "@/lib/db/schema";
import { articlePath } from "@/lib/urls";
import { type Group, type GroupFile, mapGroup } from "./jekyll/group";

export type Article = typeof articles.$inferSelect;

/** One group with what the database already knows of it. */
export type Planned = {
  group: Group;
  /** Files whose bytes were never taken in before. */
  fresh: GroupFile[];
  unchanged: GroupFile[];
  /** Paths of which other bytes were taken in before. */
  seenPaths: Set<string>;
  existing: Article | null;
  /** Fingerprints of the article as imports left it. */
  writtenHashes: Set<string>;
};

const slugsOf = ({ draft }: Group) => (draft ? [draft.slug, ...draft.otherSlugs] : []);

/** Compares a batch with the ledger. Groups in which nothing is new cost one query for the whole batch. */
export async function planBatch(tx: Tx, groups: Group[]): Promise<Planned[]> {
  const paths = groups.flatMap((group) => group.files.map((file) => file.path));
  const ledger = await tx
    .select({ path: importFiles.path, sha256: importFiles.sha256, articleId: importFiles.articleId })
    .from(importFiles)
    .where(inArray(importFiles.path, paths));
  const taken = new Set(ledger.map((row) => `${row.path}\n${row.sha256}`));
  const seen = new Set(ledger.map((row) => row.path));
  const articleOfPath = new Map(ledger.filter((row) => row.articleId).map((row) => [row.path, row.articleId!]));
  const isTaken = (file: GroupFile) => taken.has(`${file.path}\n${file.sha256}`);

  const plans: Planned[] = groups.map((group) => ({
    group,
    fresh: group.files.filter((file) => !isTaken(file)),
    unchanged: group.files.filter(isTaken),
    seenPaths: seen,
    existing: null,
    writtenHashes: new Set(),
  }));
  const open = plans.filter((plan) => plan.fresh.length > 0);
  if (open.length === 0) return plans;

  const idOfSlug = await findBySlug(
    tx,
    open.flatMap((plan) => slugsOf(plan.group)),
  );
  const idOf = ({ group }: Planned) =>
    group.files.map((file) => articleOfPath.get(file.path)).find(Boolean) ??
    slugsOf(group)
      .map((slug) => idOfSlug.get(slug))
      .find(Boolean);
  const ids = [...new Set(open.map(idOf).filter((id) => id !== undefined))];
  if (ids.length > 0) await addExisting(tx, open, idOf, ids, paths);
  return plans;
}

async function findBySlug(tx: Tx, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(inArray(articles.slug, slugs));
  const moved = await tx
    .select({ id: redirects.articleId, path: redirects.fromPath })
    .from(redirects)
    .where(inArray(redirects.fromPath, slugs.map(articlePath)));
  const bySlug = new Map(moved.flatMap(({ id, path }) => (id ? [[path.slice("/articles/".length), id] as const] : [])));
  for (const row of rows) bySlug.set(row.slug, row.id);
  return bySlug;
}

/** Loads the articles that exist, and maps each group again together with its files of earlier runs. */
async function addExisting(
  tx: Tx,
  open: Planned[],
  idOf: (plan: Planned) => string | undefined,
  ids: string[],
  paths: string[],
) {
  const rows = await tx.select().from(articles).where(inArray(articles.id, ids)).orderBy(articles.id).for("update");
  const byId = new Map(rows.map((row) => [row.id, row]));
  const hashes = await tx
    .select({ articleId: importFiles.articleId, hash: importFiles.writtenHash })
    .from(importFiles)
    .where(and(inArray(importFiles.articleId, ids), ne(importFiles.writtenHash, "")));
  const earlier = await tx
    .selectDistinctOn([importFiles.path])
    .from(importFiles)
    .where(
      and(
        inArray(importFiles.articleId, ids),
        ne(importFiles.outcome, "quarantined"),
        notInArray(importFiles.path, paths),
      ),
    )
    .orderBy(importFiles.path, desc(importFiles.importedAt), sql`${importFiles.sha256}`);
  for (const plan of open) {
    const id = idOf(plan);
    plan.existing = (id && byId.get(id)) || null;
    for (const row of hashes) if (row.articleId === id) plan.writtenHashes.add(row.hash);
    const others = earlier.filter((row) => row.articleId === id);
    if (others.length === 0) continue;
    const inRun = new Set(plan.group.files.map((file) => file.path));
    const whole = mapGroup(plan.group.key, [...plan.group.files, ...others]);
    plan.group = { ...whole, files: whole.files.filter((file) => inRun.has(file.path)) };
    const wasFresh = new Set(plan.fresh.map((file) => file.path));
    plan.fresh = plan.group.files.filter((file) => wasFresh.has(file.path));
  }
}
