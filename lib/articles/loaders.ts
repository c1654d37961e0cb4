import "server-only";
import { cache } from "react";
import { presentBody } from "@/lib/articles/body";
import { type Card, loadCards } from "@/lib/articles/cards";
import * as queries from "@/lib/articles/queries";
import { answerPage, tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { excerpt, plainText } from "@/lib/excerpt";
import { resolveOldPath } from "@/lib/redirects/queries";
import { articlePath } from "@/lib/urls";

export type Article = NonNullable<Extract<Awaited<ReturnType<typeof loadArticle>>, { state: "public" }>>["article"];
export type Gone = {
  title: string;
  categoryName: string;
  publishAt: string | null;
  reason: string;
  withdrawnAt: string;
};

/** What the address `/articles/{slug}` shows: the article, that it was withdrawn, where it moved to, or null. */
export const loadArticle = cache(async (slug: string) => {
  const db = getDb();
  const path = decodeURIComponent(articlePath(slug));
  const row = await queries.findBySlug(db, slug);

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
  const [{ previous, next }, tags, mentioned, sameOutlet] = await Promise.all([
    queries.findNeighbours(db, row.categoryId, here),
    queries.listTagsOf(db, row.id),
    queries.listMentions(db, [row.id]),
    queries.listByCategory(db, row.categoryId, { after: here, limit: 9 }),
  ]);
  const symbols = mentioned.filter((mention) => mention.relation === "direct").map((mention) => mention.symbol);
  const related = await queries.listRelated(
    db,
    here,
    symbols,
    tags.map(({ id }) => id),
  );
  const shown = new Set([previous?.id, ...related.map(({ id }) => id)]);
  const fromOutlet = sameOutlet.items.filter(({ id }) => !shown.has(id));
  const linked = [previous, next, ...related, ...fromOutlet].filter((card) => card !== null);

  tagPage([
    tag.path(path),
    tag.article(row.id),
    tag.categoryOlder(row.categoryId),
    ...(next ? [] : [tag.category(row.categoryId)]),
    ...linked.map(({ id }) => tag.article(id)),
  ]);
  const { bodyHtml, updatedAt: _updatedAt, withdrawnReason: _reason, ...fields } = row;
  const toLink = (card: queries.CardRow) => ({ ...card, publishAt: card.publishAt.toISOString() });
  const article = {
    ...fields,
    publishAt: row.publishAt.toISOString(),
    revisedAt: row.revisedAt?.toISOString() ?? null,
    description: excerpt(row.summary || plainText(bodyHtml.slice(0, 2000))),
    bodyHtml: presentBody(bodyHtml),
    tags,
    mentions: mentioned,
    previous: previous && toLink(previous),
    next: next && toLink(next),
    related: related.map(toLink),
    /** Earlier ones only: the page must not change whenever the outlet publishes. */
    fromOutlet: fromOutlet.map(toLink),
  };
  return { state: "public", article } as const;
});

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** The story the front page leads with: the newest of a day's with a picture, else the longest, else the newest. */
async function pickLead(stories: Card[]) {
  const fresh = stories.filter(({ publishAt }) => Date.parse(publishAt) > Date.now() - DAY);
  const illustrated = new Set(
    await queries.listIllustrated(
      getDb(),
      fresh.map(({ id }) => id),
    ),
  );
  const longest = fresh.reduce<Card | undefined>(
    (best, story) => (story.wordCount > (best?.wordCount ?? 0) ? story : best),
    undefined,
  );
  return fresh.find(({ id }) => illustrated.has(id)) ?? longest ?? stories[0];
}

/** Some stories of different outlets where there are enough. */
function pickSeconds(stories: Card[], count: number) {
  const seen = new Set<string>();
  const firsts = stories.filter(({ categoryId }) => !seen.has(categoryId) && seen.add(categoryId));
  return [...new Set([...firsts.slice(0, count), ...stories])].slice(0, count);
}

export const loadFrontNews = cache(async () => {
  const db = getDb();
  const [timeline, wire] = await Promise.all([
    queries.listTimeline(db, "story", { limit: 40 }),
    queries.listTimeline(db, "flash", { limit: 16 }),
  ]);
  const [stories, flashes] = await Promise.all([loadCards(db, timeline.items), loadCards(db, wire.items)]);
  const lead = await pickLead(stories);
  const others = stories.filter((story) => story !== lead);
  const seconds = pickSeconds(others, 4);
  const latest = others.filter((story) => !seconds.includes(story)).slice(0, 10);
  const figure = lead ? await queries.findFigure(db, lead.id) : null;
  tagPage([
    tag.home,
    tag.live,
    tag.today,
    ...[lead, ...seconds, ...latest, ...flashes].flatMap((card) => (card ? [tag.article(card.id)] : [])),
  ]);
  return { lead, figure, seconds, latest, flashes };
});

export const loadMostMentioned = cache(async () => {
  const rows = await queries.listMostMentioned(getDb(), new Date(Date.now() - 3 * DAY), 7);
  return rows.map(({ symbol, name, count }) => ({ symbol, name, count }));
});
