import "server-only";
import { eq, sql } from "drizzle-orm";
import { type AuditEntry, recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import {
  articles,
  articleTags,
  type IMPORT_OUTCOMES,
  importFiles,
  mentions,
  redirects,
  revisions,
  securities,
} from "@/lib/db/schema";
import { spellName } from "@/lib/securities/commands";
import { ensureTags } from "@/lib/tags/commands";
import { articlePath } from "@/lib/urls";
import type { Group, GroupFile } from "./jekyll/group";
import type { OutletIds } from "./outlets";
import { type Planned, planBatch } from "./plan";
import { Stopwatch } from "./stopwatch";
import { linkStories, type SlugOf } from "./story-links";
import { type ArticleRow, revisionFields, toArticle, writtenHash } from "./written";

export type Outcome = (typeof IMPORT_OUTCOMES)[number] | "unchanged";
export type FileResult = { path: string; outcome: Outcome; reason: string; slug: string };

/** Keeps two imports, or an import and its own repetition after a lost connection, from working at once. */
const IMPORT_LOCK = 7_316_002;

type Write = { plan: Planned; row: ArticleRow; hash: string };

/** Everything that one transaction writes, gathered so that each table takes one statement. */
class Batch {
  readonly created: Write[] = [];
  readonly updated: Write[] = [];
  readonly files: (typeof importFiles.$inferInsert)[] = [];
  readonly results: FileResult[] = [];
  readonly audit: AuditEntry[] = [];
  readonly tags = new Set<string>();
}

/** A draft whose outlet nobody made: its header was not to be read when the outlets were collected. */
function withoutOutlet({ draft: _, ...group }: Group): Group {
  const put = (file: GroupFile): GroupFile => ({ ...file, role: "quarantined", reason: "文件头过长，读不到栏目" });
  return { ...group, draft: null, files: group.files.map(put) };
}

function settle(batch: Batch, ctx: Ctx, plan: Planned, outletIds: OutletIds) {
  const { existing } = plan;
  for (const file of plan.unchanged) {
    batch.results.push({ path: file.path, outcome: "unchanged", reason: "", slug: plan.group.draft?.slug ?? "" });
  }
  if (plan.fresh.length === 0) return;
  const categoryId = plan.group.draft && outletIds(plan.group.draft);
  if (plan.group.draft && !categoryId) {
    const refused = withoutOutlet({ ...plan.group, files: plan.fresh });
    plan.group = refused;
    plan.fresh = refused.files;
  }
  const { draft } = plan.group;
  const isKept = existing !== null && !plan.writtenHashes.has(writtenHash(existing));
  const row = draft && categoryId ? toArticle(draft, categoryId, ctx.now) : null;
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
    const batch = new Batch();
    const plans = await watch.measure("plan", () => planBatch(tx, groups));
    await watch.measure("link", () => linkStories(tx, plans, slugOf));
    for (const plan of plans) settle(batch, ctx, plan, outletIds);
    if (batch.files.length > 0) {
      await watch.measure("articles", () => writeArticles(tx, batch, ctx));
      await watch.measure("revisions", () => writeRevisions(tx, batch, ctx));
      await watch.measure("mentions", () => writeMentions(tx, batch));
      await watch.measure("tags", () => writeTags(tx, batch));
      await watch.measure("redirects", () => writeRedirects(tx, ctx, batch));
      await watch.measure("ledger", async () => void (await tx.insert(importFiles).values(batch.files)));
      await watch.measure("audit", () => recordAudit(tx, ctx, ...batch.audit));
      await watch.measure("outbox", async () => {
        if (batch.tags.size === 0) return;
        for (const list of [tag.home, tag.live]) batch.tags.add(list).add(`${list}:older`);
        await announce(tx, "import", batch.tags.add(tag.categories));
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
    for (const id of new Set([row.categoryId, plan.existing?.categoryId ?? row.categoryId])) {
      batch.tags.add(tag.category(id)).add(tag.categoryOlder(id));
    }
  }
}

async function writeMentions(tx: Tx, batch: Batch) {
  const all = [...batch.created, ...batch.updated];
  const rows = all.flatMap(({ plan, row }) =>
    plan.group.draft!.mentions.map(({ symbol, kind }) => ({
      ...{ articleId: row.id, symbol, relation: kind === "sector" ? ("sector" as const) : ("direct" as const) },
      ...{ origin: "markup" as const, listedAt: row.publishAt },
    })),
  );
  if (rows.length > 0) {
    const known = new Map<string, typeof securities.$inferInsert>();
    for (const { symbol, kind, name } of all.flatMap(({ plan }) => plan.group.draft!.mentions)) {
      if (known.get(symbol) && (name === "" || known.get(symbol)!.name !== symbol)) continue;
      known.set(symbol, { symbol, kind, name: name || symbol, ...(name ? spellName(name) : {}) });
    }
    await tx
      .insert(securities)
      .values([...known.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)))
      .onConflictDoUpdate({
        target: securities.symbol,
        set: { name: sql`excluded.name`, pinyin: sql`excluded.pinyin`, initials: sql`excluded.initials` },
        setWhere: sql`${securities.name} = ${securities.symbol} and excluded.name <> excluded.symbol`,
      });
    await tx
      .insert(mentions)
      .values(rows)
      .onConflictDoUpdate({
        target: [mentions.articleId, mentions.symbol],
        set: { listedAt: sql`excluded.listed_at` },
        setWhere: sql`${mentions.listedAt} is distinct from excluded.listed_at`,
      });
  }
  // A changed file may mark fewer securities than before; what an editor added stays.
  for (const { plan, row } of batch.updated) {
    const symbols = plan.group.draft!.mentions.map((mention) => mention.symbol);
    await tx.execute(
      sql`delete from mentions where article_id = ${row.id} and origin = 'markup' and not (symbol in (${
        symbols.length
          ? sql.join(
              symbols.map((s) => sql`${s}`),
              sql`, `,
            )
          : sql`''`
      }))`,
    );
  }
  for (const { symbol } of rows) batch.tags.add(tag.stock(symbol)).add(tag.stockOlder(symbol));
}

/** Tags are only added: which of those that stand there an editor chose cannot be told. */
async function writeTags(tx: Tx, batch: Batch) {
  const all = [...batch.created, ...batch.updated];
  const ids = new Map(
    (
      await ensureTags(
        tx,
        all.flatMap(({ plan }) => plan.group.draft!.tags),
      )
    ).map(({ id, name }) => [name, id]),
  );
  const rows = all.flatMap(({ plan, row }) =>
    plan.group.draft!.tags.map((name) => ({ articleId: row.id, tagId: ids.get(name)!, listedAt: row.publishAt })),
  );
  if (rows.length === 0) return;
  await tx
    .insert(articleTags)
    .values(rows)
    .onConflictDoUpdate({
      target: [articleTags.articleId, articleTags.tagId],
      set: { listedAt: sql`excluded.listed_at` },
      setWhere: sql`${articleTags.listedAt} is distinct from excluded.listed_at`,
    });
  for (const { tagId } of rows) batch.tags.add(tag.topic(tagId)).add(tag.topicOlder(tagId));
}

async function writeRedirects(tx: Tx, ctx: Ctx, batch: Batch) {
  const rows = [...batch.created, ...batch.updated].flatMap(({ plan, row }) => {
    const before = plan.existing && plan.existing.slug !== row.slug ? [articlePath(plan.existing.slug)] : [];
    const paths = new Set([...plan.group.draft!.oldPaths, ...before]);
    return [...paths].map((fromPath) => ({ fromPath, articleId: row.id, createdAt: ctx.now }));
  });
  if (rows.length === 0) return;
  await tx.insert(redirects).values(rows).onConflictDoNothing();
  for (const { fromPath } of rows) batch.tags.add(tag.path(fromPath));
}
