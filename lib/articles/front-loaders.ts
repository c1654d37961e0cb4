import "server-only";
import { cache } from "react";
import { presentFigure } from "@/lib/articles/body";
import { type Card, loadCards } from "@/lib/articles/cards";
import { layFront } from "@/lib/articles/front";
import * as front from "@/lib/articles/front-queries";
import { type LinkRow, listLinks, listTimeline } from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { listFreshest } from "@/lib/categories/queries";
import { startOfBeijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";

const DAY_MS = 24 * 3600_000;

/** The story the front page leads with: the newest of a day's with a picture, else the longest, else the newest. */
async function pickLead(stories: Card[]) {
  const fresh = stories.filter(({ publishAt }) => Date.parse(publishAt) > Date.now() - DAY_MS);
  const illustrated = new Set(
    await front.listIllustrated(
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

const HOT_SECURITIES = 7;

export const loadFrontNews = cache(async () => {
  const db = getDb();
  const [timeline, wire, mentioned] = await Promise.all([
    listTimeline(db, "story", { limit: 40 }),
    listTimeline(db, "flash", { limit: 30 }),
    front.listMostMentioned(db, new Date(Date.now() - 3 * DAY_MS), HOT_SECURITIES),
  ]);
  const [stories, flashes] = await Promise.all([loadCards(db, timeline.items), loadCards(db, wire.items)]);
  const lead = await pickLead(stories);
  const found = lead ? await front.findFigure(db, lead.id) : null;
  const figure = found && presentFigure(found);
  const laid = layFront({ lead, figure, stories, flashes, hotCount: mentioned.length });
  const shown = [lead, ...laid.seconds.map(({ card }) => card), ...laid.latest, ...laid.reads, ...laid.flashes];
  tagPage([tag.home, tag.live, tag.today, ...shown.flatMap((card) => (card ? [tag.article(card.id)] : []))]);
  const hot = mentioned.map(({ symbol, name, count }) => ({ symbol, name, count }));
  return { lead, figure, hot, ...laid };
});

export type OutletDigest = {
  slug: string;
  name: string;
  today: number;
  links: Pick<LinkRow, "id" | "slug" | "title">[];
};

const OUTLETS = 8;
const NEWEST_OF_OUTLET = 5;

/** The outlets of the front page with their newest articles; the freshest ones when the week brought nothing. */
export const loadBusiestOutlets = cache(async (): Promise<OutletDigest[]> => {
  const db = getDb();
  const now = new Date();
  const week = new Date(now.getTime() - 7 * DAY_MS);
  const busy = await front.listBusiestCategories(db, week, startOfBeijingDay(now), OUTLETS);
  const outlets = busy.length > 0 ? busy : (await listFreshest(db, OUTLETS)).map((outlet) => ({ ...outlet, today: 0 }));
  const lists = await Promise.all(
    outlets.map(({ id }) => listLinks(db, { categoryId: id }, { limit: NEWEST_OF_OUTLET })),
  );
  tagPage([
    tag.categories,
    ...outlets.map(({ id }) => tag.outlet(id)),
    ...lists.flat().map(({ id }) => tag.article(id)),
  ]);
  return outlets.map(({ slug, name, today }, i) => ({
    slug,
    name,
    today,
    links: lists[i]!.map(({ id, slug, title }) => ({ id, slug, title })),
  }));
});
