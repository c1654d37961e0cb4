import "server-only";
import { and, desc, inArray, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { articles, importFiles, redirects } from "@/lib/db/schema";
import { listPlacedFrom } from "@/lib/taxonomy/moves-queries";
import { articlePath } from "@/lib/urls";
import { type Group, type GroupFile, mapGroup, type SourceFile } from "./jekyll/group";
import { isOlderVersion } from "./jekyll/versions";
import { findStories, slugsOf } from "./slugs";

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
  /** Outlets out of which merges and splits took the article. */
  placedFrom: string[];
};

/** Compares a batch with the ledger. Groups in which nothing is new cost one query for the whole batch. */
export async function planBatch(tx: Tx, groups: Group[]): Promise<Planned[]> {
  const paths = groups.flatMap((group) => group.files.map((file) => file.path));
  const ledger = await tx
    .select({ path: importFiles.path, sha256: importFiles.sha256, articleId: importFiles.articleId })
    .from(importFiles)
    .where(inArray(importFiles.path, paths));
  const taken = new Set(ledger.map((row) => `${row.path}\n${row.sha256}`));
  const seen = new Set(ledger.flatMap((row) => (row.articleId ? [row.path] : [])));
  const articleOfPath = new Map(ledger.filter((row) => row.articleId).map((row) => [row.path, row.articleId!]));
  const isTaken = (file: GroupFile) => taken.has(`${file.path}\n${file.sha256}`);

  const plans: Planned[] = groups.map((group) => ({
    group,
    fresh: group.files.filter((file) => !isTaken(file)),
    unchanged: group.files.filter(isTaken),
    seenPaths: seen,
    existing: null,
    writtenHashes: new Set(),
    placedFrom: [],
  }));
  const open = plans.filter((plan) => plan.fresh.length > 0);
  if (open.length === 0) return plans;

  const idOfSlug = await findBySlug(
    tx,
    open.flatMap((plan) => slugsOf(plan.group)),
  );
  const stories = await findStories(
    tx,
    open.map((plan) => plan.group),
    articleOfPath,
    idOfSlug,
  );
  const ids = [...new Set(stories.values())];
  if (ids.length > 0) await addExisting(tx, open, new Map(open.map((plan) => [plan, stories.get(plan.group)])), ids);
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
async function addExisting(tx: Tx, open: Planned[], idOf: Map<Planned, string | undefined>, ids: string[]) {
  const rows = await tx.select().from(articles).where(inArray(articles.id, ids)).orderBy(articles.id).for("update");
  const byId = new Map(rows.map((row) => [row.id, row]));
  const hashes = await tx
    .select({ articleId: importFiles.articleId, hash: importFiles.writtenHash })
    .from(importFiles)
    .where(and(inArray(importFiles.articleId, ids), ne(importFiles.writtenHash, "")));
  const placed = await listPlacedFrom(tx, ids);
  const earlier = await latestVersions(tx, ids);
  for (const plan of open) {
    const id = idOf.get(plan);
    plan.existing = (id && byId.get(id)) || null;
    for (const row of hashes) if (row.articleId === id) plan.writtenHashes.add(row.hash);
    plan.placedFrom = placed.filter((row) => row.articleId === id).map((row) => row.fromId);
    const own = earlier.filter((row) => row.articleId === id);
    if (own.length > 0) withEarlierFiles(plan, own);
  }
}

/** The bytes that count for each path of these articles: the last ones that were not older than those before. */
export const latestVersions = (tx: Tx | Db, articleIds: string[]) =>
  tx
    .selectDistinctOn([importFiles.path])
    .from(importFiles)
    .where(and(inArray(importFiles.articleId, articleIds), ne(importFiles.outcome, "quarantined")))
    .orderBy(
      importFiles.path,
      sql`${importFiles.writtenHash} = ''`,
      desc(importFiles.importedAt),
      sql`${importFiles.sha256}`,
    );

/** Maps a story from the files of this run and of earlier ones; a version older than one that is here stays history. */
function withEarlierFiles(plan: Planned, earlier: SourceFile[]) {
  const { key, files } = plan.group;
  const inRun = new Map(files.map((file) => [file.path, file]));
  const others = earlier.filter((row) => {
    const incoming = inRun.get(row.path);
    if (!incoming) return true;
    return incoming.role !== "quarantined" && incoming.sha256 !== row.sha256 && isOlderVersion(incoming.raw, row.raw);
  });
  if (others.length === 0) return;
  const kept = new Set(others.map(({ path }) => path));
  const superseded = files
    .filter(({ path }) => kept.has(path))
    .map((file): GroupFile => ({ ...file, role: "merged", reason: "比已导入的版本旧", isSuperseded: true }));
  const current = files.filter(({ path }) => !kept.has(path));
  const slug = plan.group.draft?.slug;
  const whole = mapGroup(key, [...current, ...others]);
  const isCurrent = new Set(current.map(({ path }) => path));
  plan.group = { ...whole, files: [...whole.files.filter(({ path }) => isCurrent.has(path)), ...superseded] };
  // A slug chosen by hand was settled before.
  if (key.startsWith("~") && plan.group.draft && slug) plan.group.draft.slug = slug;
  const wasFresh = new Set(plan.fresh.map((file) => file.path));
  plan.fresh = plan.group.files.filter((file) => wasFresh.has(file.path));
}
