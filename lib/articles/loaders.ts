import "server-only";
import { cache } from "react";
import { agingTags } from "@/lib/articles/age";
import { RELATED } from "@/lib/articles/around";
import { type Article as PublicArticle, toPublicArticle } from "@/lib/articles/public-article";
import { findBySlug } from "@/lib/articles/queries";
import { standingOf } from "@/lib/articles/standing";
import { answerPage, tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { followOldPath } from "@/lib/redirects/queries";
import { findTakedown } from "@/lib/takedowns/queries";
import { toTakenDown } from "@/lib/takedowns/record";
import { articlePath } from "@/lib/urls";

export type Article = PublicArticle;
export type Gone = {
  title: string;
  categoryName: string;
  categorySlug: string;
  publishAt: string | null;
  reason: string;
  withdrawnAt: string;
};

/** What the address `/articles/{slug}` shows: the article, that it was withdrawn, where it moved to, or null. */
export const loadArticle = cache(async (slug: string) => {
  const db = getDb();
  const path = decodeURIComponent(articlePath(slug));
  const row = await findBySlug(db, slug);
  const standing = row ? standingOf(row, new Date()) : "hidden";

  if (row && standing === "taken-down") {
    tagPage([tag.article(row.id), tag.path(path)]);
    answerPage(410);
    const record = await findTakedown(db, row.id);
    if (!record) throw new Error(`article ${row.id} was taken down and has no record`);
    return { state: "taken-down", takenDown: toTakenDown(record) } as const;
  }
  if (row && standing === "withdrawn") {
    tagPage([tag.article(row.id), tag.path(path), tag.outlet(row.categoryId)]);
    answerPage(410);
    const gone: Gone = {
      // What it will be called when it comes back is for nobody to read yet.
      title: /^(withdrawn|trashed)$/.test(row.status) ? row.title : "",
      categoryName: row.categoryName,
      categorySlug: row.categorySlug,
      publishAt: row.publishAt?.toISOString() ?? null,
      reason: row.withdrawnReason ?? "",
      withdrawnAt: (row.withdrawnAt ?? row.updatedAt).toISOString(),
    };
    return { state: "gone", gone } as const;
  }
  if (standing !== "public" || !row?.publishAt) {
    // An article that exists and is not public has the path tag as well, so publishing it ends this 404.
    tagPage([tag.path(path), ...(row ? [tag.article(row.id)] : [])]);
    const { to, tags } = row ? { to: null, tags: [] } : await followOldPath(db, path);
    tagPage(tags);
    return to ? ({ state: "moved", to } as const) : null;
  }

  const article = await toPublicArticle(db, { ...row, publishAt: row.publishAt });
  const { previous, next, cluster, related, fromOutlet, meanwhile, newer } = article;
  const linked = [previous, next, ...cluster, ...related, ...fromOutlet, ...meanwhile, ...newer].filter(
    (card) => card !== null,
  );
  // Old and still the newest on its subject: the next one changes that.
  const subjects = [
    ...article.mentions.map(({ symbol }) => tag.stock(symbol)),
    ...article.tags.map(({ id }) => tag.topic(id)),
  ];
  tagPage(agingTags(row.publishAt, new Date()) ?? (newer.length === 0 ? subjects : []));
  tagPage([
    tag.path(path),
    tag.article(row.id),
    tag.outlet(row.categoryId),
    tag.categoryOlder(row.categoryId),
    ...(next ? [] : [tag.category(row.categoryId)]),
    ...article.mentions.map(({ symbol }) => tag.stockOlder(symbol)),
    ...article.tags.map(({ id }) => tag.topicOlder(id)),
    ...(meanwhile.length > 0 || related.length < RELATED ? [tag.homeOlder] : []),
    ...linked.flatMap(({ id, categoryId }) => [tag.article(id), tag.outlet(categoryId)]),
  ]);
  return { state: "public", article } as const;
});
