import "server-only";
import { eq, sql } from "drizzle-orm";
import { archiveTags } from "@/lib/articles/cache-tags";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { mapSurvivors } from "@/lib/categories/survivors";
import { awaitClustering } from "@/lib/clusters/commands";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, importFiles, revisions } from "@/lib/db/schema";
import { reindexArticles } from "@/lib/search/commands";
import { holdTaxonomy } from "@/lib/taxonomy/lock";
import { Batch, type FileResult, type Outcome } from "./batch";
import type { Group, GroupFile } from "./jekyll/group";
import type { OutletIds } from "./outlets";
import { type Article, type Planned, planBatch } from "./plan";
import { Stopwatch } from "./stopwatch";
import { linkStories, type SlugOf } from "./story-links";
import { TAKEN_DOWN } from "./taken-down";
import { writeMentions, writeRedirects, writeTags } from "./write-lists";
import { revisionFields, toArticle, writtenHash } from "./written";

/** Keeps two imports, or an import and its own repetition after a lost connection, from working at once. */
const IMPORT_LOCK = 7_316_002;

/** A draft whose outlet nobody made: its header was not to be read when the outlets were collected. */
function withoutOutlet({ draft: _, ...group }: Group): Group {
  const put = (file: GroupFile): GroupFile => ({ ...file, role: "quarantined", reason: "文件头过长，读不到栏目" });
  return { ...group, draft: null, files: group.files.map(put) };
}

/** A story that was taken down does not come back: its files are noted without their bytes. */
function refuse(batch: Batch, ctx: Ctx, { fresh, group }: Planned, articleId: string) {
  for (const { path, sha256 } of fresh) {
    const outcome = "quarantined" as const;
    batch.results.push({ path, outcome, reason: TAKEN_DOWN, slug: group.draft?.slug ?? "" });
    const noted = { path, sha256, raw: Buffer.alloc(0), outcome, reason: TAKEN_DOWN };
    batch.files.push({ ...noted, articleId, writtenHash: "", importedAt: ctx.now });
  }
}

function settle(batch: Batch, ctx: Ctx, plan: Planned, outletIds: OutletIds) {
  const { existing } = plan;
  for (const file of plan.unchanged) {
    batch.results.push({ path: file.path, outcome: "unchanged", reason: "", slug: plan.group.draft?.slug ?? "" });
  }
  if (plan.fresh.length === 0) return;
  if (existing?.takenDownAt) return refuse(batch, ctx, plan, existing.id);
  const categoryId = plan.group.draft && outletIds(plan.group.draft);
  if (plan.group.draft && !categoryId) {
    const refused = withoutOutlet({ ...plan.group, files: plan.fresh });
    plan.group = refused;
    plan.fresh = refused.files;
  }
  const { draft } = plan.group;
  const isKept = existing !== null && !isAsWritten(existing, plan);
  // Where a split of the outlet put it, it stays.
  const place = existing && categoryId && plan.placedFrom.includes(categoryId) ? existing.categoryId : categoryId;
  const row = draft && place ? toArticle(draft, place, ctx.now) : null;
  const hash = row && !isKept ? writtenHash(row) : "";
  if (row && existing && !isKept) row.id = existing.id;
  for (const file of plan.fresh) {
    const { outcome, reason } = outcomeOf(file, plan, isKept);
    batch.results.push({ path: file.path, outcome, reason, slug: draft?.slug ?? "" });
    batch.files.push({
      ...{ path: file.path, sha256: file.sha256, raw: file.raw, outcome, reason, importedAt: ctx.now },
      articleId: outcome === "quarantined" ? null : (existing?.id ?? row?.id ?? null),
      writtenHash: outcome === "quarantined" || file.isSuperseded ? "" : hash,
    });
  }
  if (!row || isKept || plan.fresh.every((file) => file.role === "quarantined")) return;
  (existing ? batch.updated : batch.created).push({ plan, row, hash });
}

/** Whether no editor changed it since an import wrote it; that its outlet was merged or split is no change of it. */
const isAsWritten = (existing: Article, { writtenHashes, placedFrom }: Planned) =>
  [existing.categoryId, ...placedFrom].some((categoryId) =>
    writtenHashes.has(writtenHash({ ...existing, categoryId })),
  );

function outcomeOf(
  file: GroupFile,
  plan: Planned,
  isKept: boolean,
): { outcome: Exclude<Outcome, "unchanged">; reason: string } {
  if (file.role === "quarantined") return { outcome: "quarantined", reason: file.reason };
  if (isKept) {
    const imported = plan.writtenHashes.size > 0;
    return { outcome: "quarantined", reason: imported ? "编辑已改动，保留编辑版本" : "已有同名文章，未导入" };
  }
  if (file.role === "imported" && plan.seenPaths.has(file.path)) return { outcome: "updated", reason: file.reason };
  return { outcome: file.role, reason: file.reason };
}

/**
 * Takes in whole groups: articles, revisions, mentions, tags, old addresses, ledger and audit rows commit together.
 * The steps' times are added to `watch`.
 */
export async function importBatch(
  ctx: Ctx,
  groups: Group[],
  outletIds: OutletIds,
  slugOf: SlugOf = () => undefined,
  watch = new Stopwatch(),
): Promise<FileResult[]> {
  let returned = performance.now();
  const results = await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    // Since the outlets were looked up one may have been merged into another.
    await holdTaxonomy(tx);
    const batch = new Batch();
    const plans = await watch.measure("plan", () => planBatch(tx, groups));
    await watch.measure("link", () => linkStories(tx, plans, slugOf));
    const named = plans.flatMap(({ group }) => (group.draft && outletIds(group.draft)) ?? []);
    const survivors = await mapSurvivors(tx, named);
    const standing: OutletIds = (written) => survivors.get(outletIds(written) ?? "") ?? null;
    for (const plan of plans) settle(batch, ctx, plan, standing);
    if (batch.files.length > 0) {
      await watch.measure("articles", () => writeArticles(tx, batch, ctx));
      await watch.measure("mentions", () => writeMentions(tx, batch));
      await watch.measure("revisions", () => writeRevisions(tx, batch, ctx));
      await watch.measure("tags", () => writeTags(tx, batch));
      await watch.measure("redirects", () => writeRedirects(tx, ctx, batch));
      const written = [...batch.created, ...batch.updated].map(({ row }) => row.id);
      await watch.measure("index", () => reindexArticles(tx, written));
      // Compared with others when the whole run is in: nobody else has to wait for a batch.
      await watch.measure("index", () => awaitClustering(tx, written));
      await watch.measure("ledger", async () => void (await tx.insert(importFiles).values(batch.files)));
      await watch.measure("audit", () => recordAudit(tx, ctx, ...batch.audit));
      await watch.measure("outbox", async () => {
        if (batch.tags.size === 0) return;
        for (const list of [tag.home, tag.live]) batch.tags.add(list).add(`${list}:older`);
        await announce(tx, "import", batch.tags.add(tag.categories).add(tag.names));
      });
    }
    returned = performance.now();
    return batch.results;
  });
  watch.add("commit", performance.now() - returned);
  return results;
}

async function writeArticles(tx: Tx, batch: Batch, ctx: Ctx) {
  if (batch.created.length > 0) await tx.insert(articles).values(batch.created.map(({ row }) => row));
  for (const { plan, row } of batch.updated) {
    const before = plan.existing!; // `updated` holds only these
    const { id, version: _, createdAt: __, ...fields } = row;
    row.version = before.version;
    if (plan.writtenHashes.size > 0 && writtenHash(before) === writtenHash(row)) continue;
    row.version = before.version + 1;
    const text = before.bodyHtml !== row.bodyHtml || before.title !== row.title || before.summary !== row.summary;
    const revisedAt = text ? ctx.now : before.revisedAt;
    await tx
      .update(articles)
      .set({ ...fields, version: row.version, revisedAt })
      .where(eq(articles.id, id));
  }
}

async function writeRevisions(tx: Tx, batch: Batch, ctx: Ctx) {
  const changed = [
    ...batch.created,
    ...batch.updated.filter(({ plan, row }) => row.version !== plan.existing?.version),
  ];
  if (changed.length === 0) return;
  await tx.insert(revisions).values(
    changed.map(({ plan, row }) => ({
      ...{ articleId: row.id, version: row.version, title: row.title, summary: row.summary, bodyHtml: row.bodyHtml },
      ...{
        status: row.status,
        actor: actorKey(ctx.actor),
        actorName: actorName(ctx.actor),
        reason: "导入",
        createdAt: ctx.now,
      },
      fields: revisionFields(row, plan.group.draft!),
    })),
  );
  for (const { plan, row } of changed) {
    const action = plan.existing ? "article.reimported" : "article.imported";
    const change = { slug: row.slug, version: row.version, files: plan.fresh.map((file) => file.path) };
    batch.audit.push({ action, subjectType: "article", subjectId: row.id, change });
    batch.tags.add(tag.article(row.id)).add(tag.path(`/articles/${row.slug}`));
    for (const at of [row.publishAt, plan.existing?.publishAt])
      if (at) for (const name of archiveTags(at)) batch.tags.add(name);
    for (const id of new Set([row.categoryId, plan.existing?.categoryId ?? row.categoryId])) {
      batch.tags.add(tag.category(id)).add(tag.categoryOlder(id));
    }
  }
}
