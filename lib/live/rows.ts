import type { Card } from "@/lib/articles/cards";
import { beijingDay } from "@/lib/dates";
import { type GoneFlash, type GoneRow, toGoneFlash } from "@/lib/live/flash";
import { type SessionBreak, sessionBreaks } from "@/lib/markets/sessions";

/** What stands in the list: a flash, one that was withdrawn, or a break of the exchanges' day. */
export type LiveRow = { publishAt: string } & ({ card: Card } | { gone: GoneFlash } | { pause: SessionBreak });

/** Flashes, newest first, and between them those that were withdrawn. */
export function mergeRows(cards: Card[], withdrawn: GoneRow[]): LiveRow[] {
  return [
    ...cards.map((card) => ({ publishAt: card.publishAt, card })),
    ...withdrawn.map((row) => ({ publishAt: row.publishAt.toISOString(), gone: toGoneFlash(row) })),
  ].sort((a, b) => b.publishAt.localeCompare(a.publishAt));
}

/** The rows with the breaks that lie between them; of several between the same two rows, the latest. */
export function withBreaks(rows: LiveRow[]): LiveRow[] {
  const breaks = [...new Set(rows.map(({ publishAt }) => beijingDay(publishAt)))].flatMap(sessionBreaks);
  return rows.flatMap((row, at) => {
    const newer = rows[at - 1]?.publishAt ?? "";
    const pause = breaks.find(({ publishAt }) => publishAt <= newer && publishAt > row.publishAt);
    return pause ? [{ publishAt: pause.publishAt, pause }, row] : [row];
  });
}
