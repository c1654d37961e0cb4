import { allListPath, feedPath, topFlashesListPath } from "@/lib/feeds/address";
import { FEED_FORMATS } from "@/lib/feeds/types";
import { categoryPath, correctionsPath, homePath, liveImportantPath, livePath, stockPath, tagPath } from "@/lib/urls";

/** On which lists an article stands. */
export type Listed = {
  kind: "story" | "flash";
  level: number;
  categorySlug: string;
  tagSlugs: string[];
  /** Of securities whose own list it is in. */
  symbols: string[];
  /** Whether the public record of corrections has something of it. */
  isOnRecord: boolean;
};

function listsOf({ kind, level, categorySlug, tagSlugs, symbols, isOnRecord }: Listed): string[] {
  const flashes = [livePath, ...(level > 1 ? [liveImportantPath] : []), ...(level > 2 ? [topFlashesListPath] : [])];
  return [
    ...[allListPath, ...(kind === "flash" ? flashes : [homePath]), categoryPath(categorySlug)],
    ...[...tagSlugs.map(tagPath), ...symbols.map(stockPath), ...(isOnRecord ? [correctionsPath] : [])],
  ];
}

/** Paths of every feed that shows an article: what a hub is told when the article changes. */
export const feedPathsOf = (listed: Listed): string[] =>
  listsOf(listed).flatMap((list) => FEED_FORMATS.map((format) => feedPath(list, format)));
