import "server-only";
import { z } from "zod";
import { requireActorAt } from "@/lib/auth/require";
import { currentActor } from "@/lib/auth/session";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { getDb } from "@/lib/db/client";
import { findQuote } from "@/lib/reports/find-quote";
import { canAnswerReports } from "@/lib/reports/policy";
import * as queries from "@/lib/reports/queries";
import { type ReportView, reportsPath, reportToken } from "@/lib/reports/validation";
import { blocksOf } from "@/lib/revisions/blocks";

const reportPath = (id: string) => `/admin/reports/${encodeURIComponent(id)}`;

/** The queue; null for who has no business with it. */
export async function loadReports({ view, after }: { view: ReportView; after?: string | undefined }) {
  const actor = await requireActorAt(reportsPath(view, after));
  if (!canAnswerReports(actor)) return null;
  const db = getDb();
  const position = after === undefined ? undefined : (decodeCursor(after) ?? undefined);
  const [{ items, hasMore }, open] = await Promise.all([
    queries.listReports(db, view, position),
    queries.countOpenReports(db),
  ]);
  const last = items.at(-1);
  return {
    open,
    isAdmin: actor.role === "admin",
    items: items.map(({ createdAt, answeredAt, ...item }) => ({
      ...item,
      at: (answeredAt ?? createdAt).toISOString(),
      createdAt: createdAt.toISOString(),
    })),
    newer: position ? reportsPath(view) : null,
    older: hasMore && last ? reportsPath(view, encodeCursor({ at: last.createdAt, id: last.id })) : null,
  };
}
export type ReportRow = NonNullable<Awaited<ReturnType<typeof loadReports>>>["items"][number];

/** How many reports wait for this person; for the menu. */
export async function loadOpenReports(): Promise<number> {
  const actor = await currentActor();
  return actor && canAnswerReports(actor) ? queries.countOpenReports(getDb()) : 0;
}

/** One report with the quoted sentence as it stands in the article now. */
export async function loadReport(id: string) {
  const actor = await requireActorAt(reportPath(id));
  if (!canAnswerReports(actor) || !z.uuid().safeParse(id).success) return null;
  const row = await queries.findReport(getDb(), id);
  if (!row) return null;
  const { report, article, categoryName, answeredBy } = row;
  const blocks = blocksOf(article.bodyHtml).map((block) => block.text.replaceAll("\n", " "));
  const text = [article.title, article.summary, ...blocks].join("\n");
  const { quote, message, contact, status, answer, version } = report;
  return {
    report: {
      ...{ id, quote, message, contact, status, answer, version, answeredBy },
      createdAt: report.createdAt.toISOString(),
      answeredAt: report.answeredAt?.toISOString() ?? null,
    },
    found: findQuote(text, quote),
    article: {
      ...{ id: article.id, slug: article.slug, title: article.title, status: article.status, categoryName },
      version: article.version,
      isTakenDown: article.takenDownAt !== null,
    },
  };
}
export type LoadedReport = NonNullable<Awaited<ReturnType<typeof loadReport>>>;

/** A correction begun for a report: the words that an editor goes on from. */
export async function loadCorrectionFor(articleId: string, reportId: unknown) {
  const actor = await currentActor();
  if (!actor || !canAnswerReports(actor) || !z.uuid().safeParse(reportId).success) return null;
  const row = await queries.findReport(getDb(), reportId as string);
  if (row?.article.id !== articleId || row.report.status === "rejected") return null;
  const { id, quote } = row.report;
  return { reportId: id, note: quote ? `原文“${quote}”有误，应为` : "", reason: "经读者指正" };
}

/** What became of a report, for the reader who holds its link; null when the link is none. */
export async function loadOwnReport(token: string) {
  if (!reportToken.safeParse(token).success) return null;
  const row = await queries.findReportByToken(getDb(), token);
  if (!row) return null;
  const { createdAt, answeredAt, takenDownAt, ...report } = row;
  return {
    ...report,
    isTakenDown: takenDownAt !== null,
    createdAt: createdAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
export type OwnReport = NonNullable<Awaited<ReturnType<typeof loadOwnReport>>>;
