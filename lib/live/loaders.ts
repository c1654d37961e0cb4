import "server-only";
import { cache } from "react";
import type { Card } from "@/lib/articles/cards";
import { readPage } from "@/lib/articles/list-loaders";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { decodeCursor } from "@/lib/cursor";
import { beijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { type GoneFlash, toGoneFlash } from "@/lib/live/flash";
import { findNewestEvent, listFlashes, listWithdrawn } from "@/lib/live/queries";
import { type SessionBreak, sessionBreaks } from "@/lib/markets/sessions";

const SHOWN = 30;
/** More withdrawn ones than these on one page would be no list of flashes any more. */
const MOST_WITHDRAWN = 20;

/** What stands in the list: a flash, one that was withdrawn, or a break of the exchanges' day. */
export type LiveRow = { publishAt: string } & ({ card: Card } | { gone: GoneFlash } | { pause: SessionBreak });

/**
 * Which event a page that is about to be read will know. Ask for it before what the page shows: what comes between is
 * then sent once more, instead of never.
 */
export const loadLiveMark = cache(async () => {
  tagPage([tag.live]);
  return findNewestEvent(getDb());
});

/** The rows with the breaks that lie between them; of several between the same two rows, the latest. */
function withBreaks(rows: LiveRow[]): LiveRow[] {
  const breaks = [...new Set(rows.map(({ publishAt }) => beijingDay(publishAt)))].flatMap(sessionBreaks);
  return rows.flatMap((row, at) => {
    const newer = rows[at - 1]?.publishAt ?? "";
    const pause = breaks.find(({ publishAt }) => publishAt <= newer && publishAt > row.publishAt);
    return pause ? [{ publishAt: pause.publishAt, pause }, row] : [row];
  });
}

const latestFirst = (a: { publishAt: string }, b: { publishAt: string }) => b.publishAt.localeCompare(a.publishAt);

/** A page of flashes with what was withdrawn among them; null when there is no such page. */
export const loadLive = cache(async (important: boolean, cursor?: string) => {
  const mark = cursor === undefined ? await loadLiveMark() : null;
  const page = await readPage(tag.live, cursor, (db, options) =>
    listFlashes(db, important, { ...options, limit: SHOWN }),
  );
  if (!page) return null;
  const last = page.next ? page.cards.at(-1) : undefined;
  const withdrawn = await listWithdrawn(getDb(), important, {
    after: (cursor !== undefined && decodeCursor(cursor)) || undefined,
    from: last ? new Date(last.publishAt) : null,
    limit: MOST_WITHDRAWN,
  });
  tagPage(withdrawn.map(({ id }) => tag.article(id)));
  const rows: LiveRow[] = [
    ...page.cards.map((card) => ({ publishAt: card.publishAt, card })),
    ...withdrawn.map((row) => ({ publishAt: row.publishAt.toISOString(), gone: toGoneFlash(row) })),
  ].sort(latestFirst);
  // Important ones are too few to divide a day.
  return { page, rows: important ? rows : withBreaks(rows), mark };
});
