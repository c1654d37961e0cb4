import "server-only";
import { flashText } from "@/lib/articles/cards";
import { escapeText } from "@/lib/content/grammar";
import { beijingIso } from "@/lib/dates";
import { env } from "@/lib/env";
import { opening, plainText, withoutAttribution } from "@/lib/excerpt";
import { sessionAt } from "@/lib/markets/sessions";
import { articlePath, categoryPath, stockPath, tagPath } from "@/lib/urls";
import { picturesOf, toXhtml } from "./body";
import type { ArticleRow } from "./queries";
import type { ArticleAnswer } from "./schemas/article";

/** Longest summary that is made of a story's opening; one that was written stands as it is. */
const SUMMARY_LENGTH = 200;

const TERMS = {
  whole: "全文可以转载，须写明出处并链接到 uri。",
  agreed: "全文按与权利人的约定使用，须写明出处并链接到 uri。",
  summary: "只许使用标题和摘要，须写明出处并链接到 uri。",
};

export const siteAddress = (path: string) => env().siteUrl + path;

function summaryOf(row: ArticleRow): string {
  const written = withoutAttribution(row.summary, [row.categoryName, row.sourceName]);
  if (written) return written;
  return row.kind === "flash"
    ? flashText(row.title, plainText(row.openingHtml.replace(/<[^>]*$/, "")))
    : opening(row.openingHtml, SUMMARY_LENGTH);
}

/**
 * An article as partners get it.
 * @param licence what the site says of all that stands on it
 */
export function presentArticle(row: ArticleRow, licence: string): ArticleAnswer {
  if (!row.publishAt) throw new Error(`article ${row.id} is public and has no date`);
  const { siteUrl } = env();
  const summary = summaryOf(row);
  // A flash without a body says its text there.
  const body = row.bodyHtml || `<p>${escapeText(row.summary || row.title)}</p>`;
  return {
    id: row.id,
    uri: siteUrl + articlePath(row.slug),
    slug: row.slug,
    type: "text",
    kind: row.kind,
    level: row.level,
    language: "zh-CN",
    pubstatus: "usable",
    version: row.version,
    firstcreated: beijingIso(row.publishAt),
    versioncreated: beijingIso(row.revisedAt ?? row.publishAt),
    headline: row.title,
    description_summary: summary,
    representationtype: row.isWhole ? "complete" : "incomplete",
    body_xhtml: row.isWhole ? toXhtml(body, siteUrl) : null,
    charcount: row.wordCount,
    byline: row.editorName,
    outlet: { slug: row.categorySlug, name: row.categoryName, uri: siteUrl + categoryPath(row.categorySlug) },
    source: { name: row.sourceName, uri: row.originalUrl },
    tags: row.tags.map(({ slug, name }) => ({ slug, name, uri: siteUrl + tagPath(slug) })),
    securities: row.mentions.map((mention) => ({ ...mention, uri: siteUrl + stockPath(mention.symbol) })),
    pictures: row.isWhole ? picturesOf(row.bodyHtml, siteUrl) : [],
    corrections: row.corrections.map((correction) => ({ ...correction, at: beijingIso(correction.at) })),
    session: sessionAt(row.publishAt),
    rights: {
      copyrightholder: row.categoryName,
      usageterms: licence + TERMS[row.feedText === "full" ? "whole" : row.isWhole ? "agreed" : "summary"],
    },
  };
}
