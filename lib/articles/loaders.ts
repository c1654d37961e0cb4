import "server-only";
import { cache } from "react";
import * as around from "@/lib/articles/article-queries";
import { presentBody } from "@/lib/articles/body";
import { findBySlug, type LinkRow, listLinks, listMentions } from "@/lib/articles/queries";
import { answerPage, tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { excerpt, plainText, withoutAttribution } from "@/lib/excerpt";
import { resolveOldPath } from "@/lib/redirects/queries";
import { articlePath } from "@/lib/urls";

export type Article = NonNullable<Extract<Awaited<ReturnType<typeof loadArticle>>, { state: "public" }>>["article"];
export type Gone = {
  title: string;
  categoryName: string;
  categorySlug: string;
  publishAt: string | null;
  reason: string;
  withdrawnAt: string;
};

const OF_OUTLET = 6;
const MEANWHILE = 6;
const ENOUGH_COMPANY = 8;
/** From this length on the text runs far past what stands beside it. */
const LONG_TEXT = 900;
const SHORT_TEXT = 300;

/** What the address `/articles/{slug}` shows: the article, that it was withdrawn, where it moved to, or null. */
export const loadArticle = cache(async (slug: string) => {
  const db = getDb();
  const path = decodeURIComponent(articlePath(slug));
  const row = await findBySlug(db, slug);

  // One that readers knew and that lies in the bin is gone as well: its address must not say that it never was.
  if (
    row?.status === "withdrawn" ||
    (row?.status === "trashed" && /^(published|withdrawn)$/.test(row.trashedFrom ?? ""))
  ) {
    tagPage([tag.article(row.id), tag.path(path)]);
    answerPage(410);
    const gone: Gone = {
      title: row.title,
      categoryName: row.categoryName,
      categorySlug: row.categorySlug,
      publishAt: row.publishAt?.toISOString() ?? null,
      reason: row.withdrawnReason ?? "",
      withdrawnAt: row.updatedAt.toISOString(),
    };
    return { state: "gone", gone } as const;
  }
  if (row?.status !== "published" || !row.publishAt || row.publishAt > new Date()) {
    // An article that exists and is not public has the path tag as well, so publishing it ends this 404.
    tagPage([tag.path(path), ...(row ? [tag.article(row.id)] : [])]);
    const to = row ? null : await resolveOldPath(db, path);
    return to ? ({ state: "moved", to } as const) : null;
  }

  const here = { at: row.publishAt, id: row.id };
  const [{ previous, next, older }, tags, mentioned] = await Promise.all([
    around.findNeighbours(db, row.categoryId, here, OF_OUTLET + 1),
    around.listTagsOf(db, row.id),
    listMentions(db, [row.id]),
  ]);
  const symbols = mentioned.map(({ symbol }) => symbol);
  const direct = mentioned.filter(({ relation }) => relation === "direct").map(({ symbol }) => symbol);
  const [related, earlierMentions] = await Promise.all([
    around.listRelated(
      db,
      here,
      direct,
      tags.map(({ id }) => id),
    ),
    around.countEarlierMentions(db, symbols, here),
  ]);
  const shown = new Set([previous?.id, ...related.map(({ id }) => id)]);
  const fromOutlet = older.filter(({ id }) => !shown.has(id)).slice(0, OF_OUTLET);
  // An article with few companions, or a long one, has room for what the other outlets reported just before it.
  const isLonely = related.length + fromOutlet.length < ENOUGH_COMPANY || row.wordCount >= LONG_TEXT;
  const meanwhile = isLonely
    ? (await listLinks(db, {}, { after: here, limit: 12 }))
        .filter(({ id, categoryId }) => categoryId !== row.categoryId && !shown.has(id))
        .slice(0, row.wordCount < SHORT_TEXT ? MEANWHILE / 2 : MEANWHILE)
    : [];
  const linked = [previous, next, ...related, ...fromOutlet, ...meanwhile].filter((card) => card !== null);

  tagPage([
    tag.path(path),
    tag.article(row.id),
    tag.categoryOlder(row.categoryId),
    ...(next ? [] : [tag.category(row.categoryId)]),
    ...symbols.map(tag.stockOlder),
    ...tags.map(({ id }) => tag.topicOlder(id)),
    ...(meanwhile.length > 0 ? [tag.homeOlder] : []),
    ...linked.map(({ id }) => tag.article(id)),
  ]);
  const { bodyHtml, updatedAt: _updatedAt, withdrawnReason: _reason, ...fields } = row;
  const toLink = (card: LinkRow) => ({ ...card, publishAt: card.publishAt.toISOString() });
  const summary = withoutAttribution(row.summary, [row.categoryName, row.sourceName]);
  const article = {
    ...fields,
    summary,
    publishAt: row.publishAt.toISOString(),
    revisedAt: row.revisedAt?.toISOString() ?? null,
    description: excerpt(summary || plainText(bodyHtml.slice(0, 2000))),
    bodyHtml: presentBody(bodyHtml),
    tags,
    mentions: mentioned.map((mention) => ({ ...mention, earlier: earlierMentions.get(mention.symbol) ?? 0 })),
    previous: previous && toLink(previous),
    next: next && toLink(next),
    related: related.map(toLink),
    /** Earlier ones only, here and in `meanwhile`: the page must not change whenever something is published. */
    fromOutlet: fromOutlet.map(toLink),
    meanwhile: meanwhile.map(toLink),
  };
  return { state: "public", article } as const;
});
