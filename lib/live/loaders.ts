import "server-only";
import { cache } from "react";
import { readPage } from "@/lib/articles/list-loaders";
import { listTimeline } from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { decodeCursor } from "@/lib/cursor";
import { getDb } from "@/lib/db/client";
import { findNewestEvent, listWithdrawn } from "@/lib/live/queries";
import { mergeRows, withBreaks } from "@/lib/live/rows";

const SHOWN = 30;
/** More withdrawn ones than these on one page would be no list of flashes any more. */
const MOST_WITHDRAWN = 20;

/**
 * Which event a page that is about to be read will know. Ask for it before what the page shows: what comes between is
 * then sent once more, instead of never.
 */
export const loadLiveMark = cache(async () => {
  tagPage([tag.live]);
  return findNewestEvent(getDb());
});

/** A page of flashes with what was withdrawn among them; null when there is no such page. */
export const loadLive = cache(async (important: boolean, cursor?: string) => {
  const mark = cursor === undefined ? await loadLiveMark() : null;
  const page = await readPage(tag.live, cursor, (db, options) =>
    listTimeline(db, important ? "important" : "flash", { ...options, limit: SHOWN }),
  );
  if (!page) return null;
  const last = page.next ? page.cards.at(-1) : undefined;
  const withdrawn = await listWithdrawn(getDb(), important, {
    after: (cursor !== undefined && decodeCursor(cursor)) || undefined,
    from: last ? new Date(last.publishAt) : null,
    limit: MOST_WITHDRAWN,
  });
  tagPage(withdrawn.map(({ id }) => tag.article(id)));
  const rows = mergeRows(page.cards, withdrawn);
  // Important ones are too few to divide a day.
  return { page, rows: important ? rows : withBreaks(rows), mark };
});
