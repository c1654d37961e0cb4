import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { type Checked, checkArticle } from "@/lib/articles/checks";
import { listDeskIds } from "@/lib/articles/desk-list-queries";
import { readDeskQuery } from "@/lib/articles/desk-params";
import { deskFilter, deskOrder } from "@/lib/articles/desk-state";
import { BULK_LIMIT, type PlanInput, type Selection } from "@/lib/bulk/validation";
import { visibleText } from "@/lib/content/text";
import type { Ctx } from "@/lib/context";
import { articles, articleTags, tags } from "@/lib/db/schema";
import { listCodeFaults } from "@/lib/securities/queries";
import { type BulkCandidate, refusal } from "./policy";
import type { Plan, Refused } from "./report";

/** Bodies are looked at this many at a time. */
const BODIES = 50;
/** Titles that stand for a reason. */
const EXAMPLES = 3;

type Candidate = BulkCandidate & { id: string; version: number; title: string };
/** The articles meant, in the list's order, at most one act's worth; what is not theirs an author cannot name. */
async function selectedIds(ctx: Ctx, selection: Selection): Promise<{ ids: string[]; isCut: boolean }> {
  if ("ids" in selection) return { ids: [...new Set(selection.ids)], isCut: false };
  const state = readDeskQuery(selection.query);
  const found = await listDeskIds(ctx.db, deskFilter(state, ctx.actor), deskOrder(state), BULK_LIMIT);
  return { ids: found.slice(0, BULK_LIMIT), isCut: found.length > BULK_LIMIT };
}

/** How many articles a list holds, up to an act's worth. */
export async function countSelected(ctx: Ctx, query: string) {
  const { ids, isCut } = await selectedIds(ctx, { query });
  return { count: ids.length, isCut };
}

async function readCandidates({ db }: Ctx, ids: string[]): Promise<Candidate[]> {
  const { id, version, title, status, trashedFrom, createdBy, categoryId, takenDownAt, kind, wordCount } = articles;
  const itsTags = sql<string[]>`coalesce((select array_agg(${tags.name}) from ${articleTags}
    join ${tags} on ${eq(tags.id, articleTags.tagId)} where ${eq(articleTags.articleId, articles.id)}), '{}')`;
  const rows = await db
    .select({
      id,
      version,
      title,
      status,
      trashedFrom,
      createdBy,
      categoryId,
      takenDownAt,
      kind,
      wordCount,
      tags: itsTags,
    })
    .from(articles)
    .where(inArray(id, ids));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => rowOf.get(one) ?? []);
}

/** What blocks in the publishing dialog, for each article that has such a fault. */
async function publicationFaults({ db }: Ctx, ids: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { id, title, summary, bodyHtml, kind, categoryId, sourceName } = articles;
  for (let from = 0; from < ids.length; from += BODIES) {
    const rows: (Checked & { id: string })[] = await db
      .select({ id, title, summary, bodyHtml, kind, categoryId, sourceName })
      .from(articles)
      .where(inArray(id, ids.slice(from, from + BODIES)));
    for (const row of rows) {
      const mismatches = await listCodeFaults(db, `${row.title}\n${visibleText(row.bodyHtml)}`);
      const fault = checkArticle(row, mismatches).find(({ level }) => level === "block");
      if (fault) found.set(row.id, fault.name === "altMissing" ? "有图片没有替代文字" : fault.message);
    }
  }
  return found;
}

/** What an act would do, before it is done: how many articles change, and why the others do not. */
export async function planBulk(ctx: Ctx, input: PlanInput): Promise<Plan> {
  const { ids, isCut } = await selectedIds(ctx, input.selection);
  const candidates = await readCandidates(ctx, ids);
  const reasons = new Map<string, string>();
  for (const article of candidates) {
    const reason = refusal(ctx.actor, input.act, article, input);
    if (reason) reasons.set(article.id, reason);
  }
  if (input.act === "publish") {
    const willing = candidates.filter(({ id }) => !reasons.has(id)).map(({ id }) => id);
    for (const [id, reason] of await publicationFaults(ctx, willing)) reasons.set(id, reason);
  }
  const ready = candidates.filter(({ id }) => !reasons.has(id));
  const groups = new Map<string, Refused>();
  for (const { id, title } of candidates) {
    const reason = reasons.get(id);
    if (!reason) continue;
    const group = groups.get(reason) ?? { reason, count: 0, examples: [] };
    group.count++;
    // An article that this person may not see does not tell its title.
    if (group.examples.length < EXAMPLES && reason !== "没有权限") group.examples.push({ id, title });
    groups.set(reason, group);
  }
  return {
    total: candidates.length,
    isCut,
    ready: ready.map(({ id, version }) => ({ id, version })),
    scheduled: input.act === "publish" ? ready.filter(({ status }) => status === "scheduled").length : 0,
    refused: [...groups.values()].sort((a, b) => b.count - a.count),
  };
}
