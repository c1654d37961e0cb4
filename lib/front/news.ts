import "server-only";
import { presentFigure } from "@/lib/articles/body";
import { type Card, loadCards } from "@/lib/articles/cards";
import { listTimeline } from "@/lib/articles/queries";
import type { Db } from "@/lib/db/client";
import * as automatic from "@/lib/front/automatic-queries";
import { layFront } from "@/lib/front/columns";
import type { Placed } from "@/lib/front/queries";
import { listMostRead } from "@/lib/most-read/queries";
import { listMostMentioned } from "@/lib/securities/board-queries";

const DAY_MS = 24 * 3600_000;
const HOT_SECURITIES = 7;

/** The story that leads where nobody chose one: the newest of a day's with a picture, else the longest, else the newest. */
async function pickLead(db: Db, stories: Card[]) {
  const fresh = stories.filter(({ publishAt }) => Date.parse(publishAt) > Date.now() - DAY_MS);
  const illustrated = new Set(
    await automatic.listIllustrated(
      db,
      fresh.map(({ id }) => id),
    ),
  );
  const longest = fresh.reduce<Card | undefined>(
    (best, story) => (story.wordCount > (best?.wordCount ?? 0) ? story : best),
    undefined,
  );
  return fresh.find(({ id }) => illustrated.has(id)) ?? longest ?? stories[0];
}

/** The home page with what editors placed, and the newest where they placed nothing. */
export async function gatherNews(db: Db, placing: Promise<Placed>) {
  const [timeline, wire, mentioned, mostRead, placed] = await Promise.all([
    listTimeline(db, "story", { limit: 40 }),
    listTimeline(db, "flash", { limit: 30 }),
    listMostMentioned(db, new Date(Date.now() - 3 * DAY_MS), HOT_SECURITIES),
    listMostRead(db),
    placing,
  ]);
  const chosen = [...(placed.lead ? [placed.lead] : []), ...placed.pinned];
  const known = new Set(chosen.map(({ id }) => id));
  const [cards, flashes] = await Promise.all([
    loadCards(db, [...chosen, ...timeline.items.filter(({ id }) => !known.has(id))]),
    loadCards(db, wire.items),
  ]);
  const pinned = cards.slice(placed.lead ? 1 : 0, chosen.length);
  // What an editor placed is told once, also where another outlet was first.
  const told = new Set(cards.slice(0, chosen.length).flatMap(({ cluster }) => cluster?.id ?? []));
  const stories = cards.slice(chosen.length).filter(({ cluster }) => !cluster || !told.has(cluster.id));
  const lead = placed.lead ? cards[0] : await pickLead(db, stories);
  const found = lead ? await automatic.findFigure(db, lead.id) : null;
  const figure = found && presentFigure(found);
  const laid = layFront({ lead, figure, pinned, stories, flashes, hotCount: mentioned.length, mostRead });
  const hot = mentioned.map(({ symbol, name, count }) => ({ symbol, name, count }));
  return { lead, isLeadChosen: placed.lead !== null, figure, hot, ranked: mostRead.ranked, ...laid };
}
export type News = Awaited<ReturnType<typeof gatherNews>>;
