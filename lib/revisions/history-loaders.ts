import "server-only";
import { cache } from "react";
import { loadArticle } from "@/lib/articles/loaders";
import { listCorrectionsOf } from "@/lib/corrections/queries";
import { getDb } from "@/lib/db/client";
import { diffText, type TextDiff } from "@/lib/revisions/diff";
import { listPublicVersions, listWithdrawals, VERSIONS_A_PAGE } from "@/lib/revisions/public-history";
import { isTypoOnly } from "@/lib/revisions/typo";
import { historyPath } from "@/lib/urls";

type Correction = { id: string; kind: "facts" | "addition" | "wording"; note: string; reason: string };
export type HistoryEntry = { version: number; at: string } & (
  | { kind: "first"; title: string }
  | { kind: "change"; diff: TextDiff; isTypo: boolean; corrections: Correction[] }
  | { kind: "withdrawn"; reason: string }
);

/**
 * What readers could see change in an article, newest first. Whatever the article's own address answers instead of the
 * article is answered here too: nothing of a withdrawn one is shown.
 */
export const loadHistory = cache(async (slug: string, before?: number) => {
  const found = await loadArticle(slug);
  if (found?.state !== "public") return found;
  const { article } = found;
  const db = getDb();
  const rows = await listPublicVersions(db, article.id, before);
  const oldest = rows.slice(0, VERSIONS_A_PAGE).at(-1);
  if (before && !oldest) return null;
  const [withdrawals, corrections] = await Promise.all([
    oldest ? listWithdrawals(db, article.id, oldest.version, before) : [],
    listCorrectionsOf(db, article.id),
  ]);
  const names = [
    ...article.mentions.map(({ name }) => name),
    ...[article.categoryName, article.sourceName, article.editorName],
  ];
  const hasMore = rows.length > VERSIONS_A_PAGE;
  const changes = rows.slice(0, VERSIONS_A_PAGE).flatMap((row, index): HistoryEntry[] => {
    const { version, title } = row;
    const at = row.at.toISOString();
    const previous = rows[index + 1];
    if (!previous) return hasMore ? [] : [{ version, at, kind: "first", title }];
    const noted = corrections.filter((correction) => correction.version === version);
    const diff = diffText(previous, row);
    const isSame = diff.deleted + diff.inserted === 0 && diff.body.every(({ kind }) => kind === "same");
    if (isSame && noted.length === 0) return [];
    return [{ version, at, kind: "change", diff, isTypo: isTypoOnly(diff, names), corrections: noted.map(toPlain) }];
  });
  const withdrawn = withdrawals.map(
    ({ version, at, reason }): HistoryEntry => ({ version, at: at.toISOString(), kind: "withdrawn", reason }),
  );
  const { title, categoryName, categorySlug, policy } = article;
  return {
    state: "history" as const,
    article: { slug, title, categoryName, categorySlug, policy },
    entries: [...changes, ...withdrawn].sort((a, b) => b.version - a.version),
    older: hasMore && oldest ? `${historyPath(slug)}/before/${oldest.version}` : null,
    isOlder: before !== undefined,
  };
});
export type History = Extract<Awaited<ReturnType<typeof loadHistory>>, { state: "history" }>;

const toPlain = ({ id, kind, note, reason }: Correction): Correction => ({ id, kind, note, reason });
