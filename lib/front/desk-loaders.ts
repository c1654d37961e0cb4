import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import type { Card } from "@/lib/articles/cards";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { MOST_PINNED, type Slot } from "@/lib/front/arrangement";
import { findCandidate, listGravest } from "@/lib/front/desk-queries";
import { gatherNews, type News } from "@/lib/front/news";
import { mayArrange } from "@/lib/front/policy";
import { findArrangement, findBar, findPlaced, findPlacedAs } from "@/lib/front/queries";

const GRAVEST = 4;
const idOf = (text: unknown) => z.uuid().safeParse(text).data ?? null;

const slotFrom = (card: Card): Slot => ({
  articleId: card.id,
  title: card.title,
  outlet: card.categoryName,
  publishAt: card.publishAt,
  isPublic: true,
  endsAt: null,
});

/** What stands on the home page by itself, with the place where it does. */
function automaticOf({ lead, isLeadChosen, seconds, latest, reads }: News) {
  const rows = (place: string, cards: Card[]) => cards.map((card) => ({ place, ...slotFrom(card) }));
  return [
    ...rows("头条", lead && !isLeadChosen ? [lead] : []),
    ...rows(
      "次条",
      seconds.filter(({ isPinned }) => !isPinned).map(({ card }) => card),
    ),
    ...rows("最新", latest),
    ...rows("长读", reads),
  ];
}

type Params = { add?: unknown; bar?: unknown };

/** Everything on the desk of the home page. `add`, `bar`: the article that one came with, for a place or for the bar. */
export async function loadFrontDesk(params: Params) {
  const actor = await requireActorAt("/admin/front");
  if (!mayArrange(actor)) notFound();
  const db = getDb();
  const now = new Date();
  const [add, forBar] = [idOf(params.add), idOf(params.bar)];
  const [arranged, bar, gravest, news, added, barred] = await Promise.all([
    findArrangement(db),
    findBar(db),
    listGravest(db, now, GRAVEST),
    gatherNews(db, findPlaced(db)),
    add && findCandidate(db, add),
    forBar && findCandidate(db, forBar),
  ]);
  return {
    arranged,
    bar,
    gravest: gravest.filter(({ articleId }) => articleId !== bar?.articleId),
    automatic: automaticOf(news),
    added: added && added.kind === "story" ? added : null,
    barred: barred || null,
    now: now.toISOString(),
  };
}
export type FrontDesk = Awaited<ReturnType<typeof loadFrontDesk>>;

/** The home page as it would be; null when there is nobody who may see it. */
export async function loadFrontPreview(params: { lead?: unknown; pin?: unknown }) {
  const actor = await requireActorAt("/admin/front");
  if (!mayArrange(actor)) return null;
  const db = getDb();
  const pinned = [params.pin].flat().flatMap((text) => idOf(text) ?? []);
  return gatherNews(db, findPlacedAs(db, idOf(params.lead), [...new Set(pinned)].slice(0, MOST_PINNED)));
}
