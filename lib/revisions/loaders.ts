import "server-only";
import { z } from "zod";
import { can } from "@/lib/articles/policy";
import { requireActorAt } from "@/lib/auth/require";
import { pasteReport } from "@/lib/content/paste-report";
import { getDb } from "@/lib/db/client";
import { describeChange } from "@/lib/revisions/describe";
import { diffText } from "@/lib/revisions/diff";
import { compareFields } from "@/lib/revisions/fields";
import { canRestoreRevision } from "@/lib/revisions/policy";
import * as queries from "@/lib/revisions/queries";
import { type RevisionParams, revisionsPath } from "@/lib/revisions/validation";
import { listMovesOf } from "@/lib/taxonomy/moves-queries";

type Comparison = NonNullable<RevisionParams["comparison"]>;

/** The article's head, if this person may see it. */
async function open(id: string, query: Parameters<typeof revisionsPath>[1]) {
  const actor = await requireActorAt(revisionsPath(id, query));
  const article = z.uuid().safeParse(id).success ? await queries.findArticleHead(getDb(), id) : null;
  if (!article || !can(actor, "view", article)) return null;
  return { article, mayRestore: canRestoreRevision(actor, article) };
}

/** The versions of an article, newest first; null when there is none or it is another's. */
export async function loadRevisions(id: string, before?: number) {
  const opened = await open(id, { before });
  if (!opened) return null;
  const { items, behind } = await queries.listRevisions(getDb(), id, before);
  const versions = items.map(({ version }) => version);
  const pasted = await queries.countPastes(getDb(), id, versions);
  const rows = items.map((item, index) => {
    const previous = items[index + 1] ?? behind;
    const { version, title, status, actorName, reason } = item;
    const changes = describeChange(previous, item);
    const createdAt = item.createdAt.toISOString();
    return {
      ...{ version, title, status, actorName, reason, changes, createdAt },
      previous: previous?.version ?? null,
      pastes: pasted.get(version) ?? 0,
    };
  });
  const older = behind ? revisionsPath(id, { before: rows.at(-1)?.version }) : null;
  const moves = before ? [] : await listMovesOf(getDb(), id);
  return { ...opened, rows, moves, older, newest: before ? revisionsPath(id) : null };
}
export type RevisionRow = NonNullable<Awaited<ReturnType<typeof loadRevisions>>>["rows"][number];

/** What was pasted into one version, as it came; null when there is nothing or the article is another's. */
export async function loadPastes(id: string, version: number) {
  const opened = await open(id, { pastes: version });
  if (!opened) return null;
  const rows = await queries.listPastes(getDb(), id, version);
  if (rows.length === 0) return null;
  const items = rows.map(({ dropped, createdAt, ...row }) => ({
    ...row,
    report: pasteReport(dropped),
    createdAt: createdAt.toISOString(),
  }));
  return { ...opened, version, items };
}
export type LoadedPastes = NonNullable<Awaited<ReturnType<typeof loadPastes>>>;

/** Two versions side by side; null when one of them does not exist or the article is another's. */
export async function loadComparison(id: string, { from, to }: Comparison) {
  const opened = await open(id, { from, to });
  if (!opened) return null;
  const db = getDb();
  const [before, after, { previous, next }] = await Promise.all([
    queries.findRevision(db, id, from),
    queries.findRevision(db, id, to),
    queries.findSteps(db, id, from, to),
  ]);
  if (!before || !after) return null;
  const both = [before.fields, after.fields];
  const names = await queries.findNames(
    db,
    both.map(({ categoryId }) => categoryId).filter((categoryId) => z.uuid().safeParse(categoryId).success),
    both.flatMap(({ symbols }) => symbols),
  );
  const side = ({ version, actorName, reason, status, createdAt }: typeof before) => ({
    ...{ version, actorName, reason, status },
    createdAt: createdAt.toISOString(),
  });
  return {
    ...opened,
    before: side(before),
    after: side(after),
    fields: compareFields(before.fields, after.fields, names),
    text: diffText(before, after),
    older: previous === null ? null : revisionsPath(id, { from: previous, to: from }),
    newer: next === null ? null : revisionsPath(id, { from: to, to: next }),
  };
}
export type LoadedComparison = NonNullable<Awaited<ReturnType<typeof loadComparison>>>;
