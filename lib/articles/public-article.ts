import "server-only";
import { isOld } from "@/lib/articles/age";
import { findAround, RELATED } from "@/lib/articles/around";
import { presentBody } from "@/lib/articles/body";
import type { findBySlug } from "@/lib/articles/queries";
import { escapeText } from "@/lib/content/grammar";
import { longTime } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { descriptionOf, plainText, withoutAttribution } from "@/lib/excerpt";
import { findRelatedByText } from "@/lib/related/related-by-text";
import { linkMentions } from "@/lib/securities/linked-body";
import { cut, loadNames } from "@/lib/securities/mention-queries";

export type Article = Awaited<ReturnType<typeof toPublicArticle>>;
/** An article with the time at which readers see it, or would. */
export type DatedRow = NonNullable<Awaited<ReturnType<typeof findBySlug>>> & { publishAt: Date };

const OF_OUTLET = 6;
const MEANWHILE = 6;
const ENOUGH_COMPANY = 8;
/** From this length on the text runs far past what stands beside it. */
const LONG_TEXT = 900;
const SHORT_TEXT = 300;

/** An article with everything that its page shows around it. Its status does not matter here: the caller decides. */
export async function toPublicArticle(db: Db, row: DatedRow, now = new Date()) {
  const here = { at: row.publishAt, id: row.id };
  const {
    next,
    older,
    tags,
    mentions,
    corrections,
    related: bySubject,
    newer,
    meanwhile: others,
    cluster,
    names,
  } = await findAround(db, row, here, OF_OUTLET + 1, isOld(row.publishAt, now));
  // Where securities and tags say too little, the words do.
  const known = bySubject.map(({ id }) => id);
  const byText =
    known.length < RELATED ? await findRelatedByText(db, { ...row, here }, known, RELATED - known.length) : [];
  const related = [...bySubject, ...byText];
  const previous = older[0] ?? null;
  const shown = new Set([previous?.id, ...related.map(({ id }) => id)]);
  const fromOutlet = older.filter(({ id }) => !shown.has(id)).slice(0, OF_OUTLET);
  // An article with few companions, or a long one, has room for what the other outlets reported just before it.
  const isLonely = related.length + fromOutlet.length < ENOUGH_COMPANY || row.wordCount >= LONG_TEXT;
  const meanwhile = isLonely
    ? others
        .filter(({ id, categoryId }) => categoryId !== row.categoryId && !shown.has(id))
        .slice(0, row.wordCount < SHORT_TEXT ? MEANWHILE / 2 : MEANWHILE)
    : [];

  const {
    bodyHtml,
    updatedAt: _updated,
    withdrawnReason: _reason,
    withdrawnAt: _at,
    takenDownAt: _down,
    ...fields
  } = row;
  const toLink = <Card extends { publishAt: string }>(card: Card) => ({
    ...card,
    publishAt: new Date(card.publishAt).toISOString(),
  });
  const summary = withoutAttribution(row.summary, [row.categoryName, row.sourceName]);
  // A flash without a body says its text there.
  const isBare = row.kind === "flash" && !bodyHtml;
  const body = isBare ? `<p>${escapeText(summary || row.title)}</p>` : presentBody(bodyHtml);
  return {
    ...fields,
    summary,
    /** Whether the body shown is the summary, or the title. */
    isBare,
    publishAt: row.publishAt.toISOString(),
    revisedAt: row.revisedAt?.toISOString() ?? null,
    description: descriptionOf(
      summary || plainText(bodyHtml.slice(0, 2000)) || row.title,
      `${row.categoryName}，${longTime(row.publishAt)}发布。`,
    ),
    bodyHtml: linkMentions(body, mentions, await loadNames(db, names), cut),
    corrections: corrections.map((correction) => ({ ...correction, at: new Date(correction.at).toISOString() })),
    tags,
    mentions,
    previous: previous && toLink(previous),
    next: next && toLink(next),
    /** Who tells the same story, itself among them, in the order of publication. */
    cluster: cluster.map(toLink),
    related: related.map(toLink),
    /** What was reported on its subject since, once it is old: a reader who comes late is told. */
    newer: newer.map(toLink),
    /** Earlier ones only, here and in `meanwhile`: the page must not change whenever something is published. */
    fromOutlet: fromOutlet.map(toLink),
    meanwhile: meanwhile.map(toLink),
  };
}
