import { olderPath } from "@/lib/urls";
import { FEED_FILES, FEED_FORMATS, FEED_TYPES, type FeedFormat, type FeedTypes } from "./types";

/** Every article, also those that lists leave out because they tell a story again; and flashes of the highest level. */
export const allListPath = "/all";
export const topFlashesListPath = "/live/level/3";
/** Where all feeds are listed. */
export const feedsPath = "/feeds";

/** The feed of a list, by the list's own path; behind a cursor, one document of its archive. */
export function feedPath(listPath: string, format: FeedFormat, cursor?: string): string {
  const path = `${listPath === "/" ? "" : listPath}/${FEED_FILES[format]}`;
  return cursor === undefined ? path : olderPath(path, cursor);
}

/** How the page of a list names its feeds. */
export const feedTypes = (listPath: string, title: string): FeedTypes =>
  Object.fromEntries(FEED_FORMATS.map((format) => [FEED_TYPES[format], [{ url: feedPath(listPath, format), title }]]));

export type FeedAddress = {
  /** The parts of the list's path. */
  list: string[];
  format: FeedFormat;
  cursor?: string;
  /** Written `rss.xml`, the name that some programs try; it leads to `feed.xml`. */
  isOtherName: boolean;
};

const FORMAT_OF: Record<string, FeedFormat> = {
  ...Object.fromEntries(FEED_FORMATS.map((format) => [FEED_FILES[format], format])),
  "rss.xml": "rss",
};

/** The decoded parts of a path, read as `{list}/{file}` or `{list}/{file}/before/{cursor}`; null for anything else. */
export function readFeedAddress(parts: string[]): FeedAddress | null {
  const isFurther = parts.at(-2) === "before";
  const at = parts.length - (isFurther ? 3 : 1);
  const file = parts[at] ?? "";
  if (!Object.hasOwn(FORMAT_OF, file)) return null;
  return {
    list: parts.slice(0, at),
    format: FORMAT_OF[file]!,
    ...(isFurther && { cursor: parts.at(-1)! }),
    isOtherName: file === "rss.xml",
  };
}
