import "server-only";
import { cache } from "react";
import { type LinkRow, listLinks } from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { listFreshest } from "@/lib/categories/queries";
import { startOfBeijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import * as automatic from "@/lib/front/automatic-queries";
import type { Bar, ShownBar } from "@/lib/front/bar";
import { gatherNews } from "@/lib/front/news";
import { findBar, findPlaced } from "@/lib/front/queries";
import { mostReadTags } from "@/lib/most-read/tags";
import { articlePath } from "@/lib/urls";

const WEEK_MS = 7 * 24 * 3600_000;

export const loadFrontNews = cache(async () => {
  const news = await gatherNews(getDb(), findPlaced(getDb()));
  const { lead, seconds, latest, reads, flashes } = news;
  const shown = [lead, ...seconds.map(({ card }) => card), ...latest, ...reads, ...flashes];
  tagPage(mostReadTags(news.ranked));
  tagPage([tag.home, tag.live, tag.today, ...shown.flatMap((card) => (card ? [tag.article(card.id)] : []))]);
  return news;
});

const hrefOf = ({ slug, toPath }: Bar) =>
  slug ? articlePath(slug) : (toPath?.split("/").map(encodeURIComponent).join("/") ?? null);

/** What stands above the fronts; null when nothing does, or the article it leads to cannot be read. */
export const loadBar = cache(async (): Promise<ShownBar | null> => {
  const bar = await findBar(getDb());
  tagPage([tag.bar, ...(bar?.articleId ? [tag.article(bar.articleId)] : [])]);
  if (!bar?.isPublic) return null;
  const { kind, text, startsAt } = bar;
  return { kind, text, startsAt, href: hrefOf(bar) };
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
  const week = new Date(now.getTime() - WEEK_MS);
  const busy = await automatic.listBusiestCategories(db, week, startOfBeijingDay(now), OUTLETS);
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
