/** A place in a list that is ordered by (time, id), newest first. */
export type Position = { at: Date; id: string };

/** The end of the year 9999: the last that a four-digit year in SQL can say. */
const LATEST_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** `1700000000000-018f…`: milliseconds since 1970 (UTC) and the id without hyphens; safe in a path. */
export const encodeCursor = ({ at, id }: Position) => `${at.getTime()}-${id.replaceAll("-", "")}`;

/** @returns null when the text is not a cursor */
export function decodeCursor(text: string): Position | null {
  const match = /^(\d{1,15})-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(text);
  if (!match) return null;
  const at = new Date(Number(match[1]));
  if (at.getTime() > LATEST_MS) return null;
  return { at, id: match.slice(2).join("-") };
}
