import { type Card, flashBrief } from "@/lib/articles/cards";
import { beijingDay, beijingIso, clock, longDay, shortDay, weekday } from "@/lib/dates";
import { followPaths } from "@/lib/follows/subjects";
import { isClosed } from "@/lib/markets/trading-days";
import { articlePath, categoryPath, stockPath } from "@/lib/urls";

type Place = {
  id: string;
  /** `2026-11-23T14:20:07+08:00`. */
  at: string;
  href: string;
};
/** What stands in the place of a flash that readers knew. */
export type GoneFlash = Place & { label: string; words: string };
export type ShownFlash = Place & {
  /** What stands above the day's flashes: `2026年11月23日`, `星期一`. */
  day: string;
  weekday: string;
  level: number;
  title: string;
  text: string;
  /** Its text on the front page. */
  brief: string;
  outlet: { name: string; href: string };
  /** Pages of what it is news of, with a blank between: who follows one of them is told. */
  of: string;
  stocks: { name: string; symbol: string; href: string }[];
};
/** A flash as readers see it now: what is sent to open pages. */
export type LiveFlash = ShownFlash | GoneFlash;

/** As many as a row shows. */
const MOST_STOCKS = 2;

/** The day of the week, and that the exchanges are closed on it. */
export const dayNote = (at: string) => `${weekday(at)}${isClosed(new Date(at)) ? "　休市" : ""}`;

export function toLiveFlash(card: Card): ShownFlash {
  const { id, level, title, summary } = card;
  return {
    ...{ id, at: beijingIso(card.publishAt), href: articlePath(card.slug), level, title },
    ...{ text: summary, brief: flashBrief(card), day: longDay(card.publishAt), weekday: dayNote(card.publishAt) },
    of: followPaths(card),
    outlet: { name: card.categoryName, href: categoryPath(card.categorySlug) },
    stocks: card.securities
      .slice(0, MOST_STOCKS)
      .map(({ name, symbol }) => ({ name, symbol, href: stockPath(symbol) })),
  };
}

export type GoneRow = {
  id: string;
  slug: string;
  publishAt: Date;
  /** What it is now; a story, when it was made into one. */
  kind: "story" | "flash";
  status: string;
  withdrawnReason: string | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  takenDownAt: Date | null;
};

/** Says that a flash went and when, and nothing of what it said. */
export function toGoneFlash(row: GoneRow): GoneFlash {
  const at = row.withdrawnAt ?? row.updatedAt;
  const when = beijingDay(at) === beijingDay(row.publishAt) ? clock(at) : `${shortDay(at)} ${clock(at)}`;
  const reason = row.status === "withdrawn" && row.withdrawnReason?.replace(/[。．.]+$/, "");
  const place = { id: row.id, at: beijingIso(row.publishAt), href: articlePath(row.slug) };
  if (row.takenDownAt) return { ...place, label: "已删除", words: `这条快讯已于 ${when} 按要求删除。` };
  if (row.status === "published") return { ...place, label: "已改为报道", words: `这条快讯已于 ${when} 改为报道。` };
  return { ...place, label: "已撤回", words: `这条快讯已于 ${when} 撤回${reason ? `，原因：${reason}` : ""}。` };
}
