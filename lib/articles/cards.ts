import "server-only";
import { type CardRow, listMentions } from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import type { Db } from "@/lib/db/client";
import { excerpt, opening, plainText, restates, sentences, withoutAttribution } from "@/lib/excerpt";

export type Mentioned = { symbol: string; name: string };
/** A line of a list, as plain values, with the securities it names. `summary` is a story's standfirst, a flash's text. */
export type Card = Omit<CardRow, "publishAt" | "openingHtml" | "sourceName"> & {
  publishAt: string;
  securities: Mentioned[];
  /** Symbols whose news this is: direct mentions, and sectors. */
  subjects: string[];
};

/** Longest standfirst: two lines beside a list, four in a narrow column. */
const STANDFIRST_LENGTH = 90;

/** Adds the directly mentioned securities to the rows of a list, by one query for all. */
export async function loadCards(db: Db, rows: CardRow[]): Promise<Card[]> {
  // Each line names its outlet.
  tagPage(rows.map(({ categoryId }) => tag.outlet(categoryId)));
  const byArticle = new Map<string, Mentioned[]>();
  const subjects = new Map<string, string[]>();
  const add = <T>(to: Map<string, T[]>, id: string, one: T) => {
    const list = to.get(id);
    if (list) list.push(one);
    else to.set(id, [one]);
  };
  for (const { articleId, symbol, name, relation, kind } of await listMentions(
    db,
    rows.map(({ id }) => id),
  )) {
    if (relation === "direct") add(byArticle, articleId, { symbol, name });
    if (relation === "direct" || kind === "sector") add(subjects, articleId, symbol);
  }
  return rows.map(({ openingHtml, sourceName, ...row }) => {
    const summary = withoutAttribution(row.summary, [row.categoryName, sourceName]);
    return {
      ...row,
      summary:
        row.kind === "flash"
          ? flashText(row.title, summary || plainText(openingHtml.replace(/<[^>]*$/, "")))
          : summary || opening(openingHtml, STANDFIRST_LENGTH),
      publishAt: row.publishAt.toISOString(),
      securities: byArticle.get(row.id) ?? [],
      subjects: subjects.get(row.id) ?? [],
    };
  });
}

/** Longest flash that is shown in full in a list. */
const FLASH_LENGTH = 200;

/** A flash's text without the headline it often begins with, bare or in 【】. */
export function flashText(title: string, text: string): string {
  const trimmed = text.trim();
  const opening = [`【${title}】`, title].find((start) => trimmed.startsWith(start)) ?? "";
  return excerpt(trimmed.slice(opening.length).replace(/^[\s。，：]+/, ""), FLASH_LENGTH);
}

/** Longest sentence that stands behind a flash's title on the front page. */
const BRIEF_LENGTH = 48;

/** What a flash says beyond its title in one short sentence: the first or second of its text, or nothing. */
export function flashBrief({ title, summary }: { title: string; summary: string }): string {
  return (
    sentences(summary)
      .slice(0, 2)
      .find((sentence) => [...sentence].length <= BRIEF_LENGTH && !restates(title, sentence)) ?? ""
  );
}
