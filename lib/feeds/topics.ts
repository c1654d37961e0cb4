import { categoryPath, correctionsPath, liveImportantPath, livePath, stockPath, tagPath } from "@/lib/urls";

/** The forms of each feed; `rss.xml` only leads to the first. */
const FILES = ["feed.xml", "atom.xml", "feed.json"];

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
  const flashes = [livePath, ...(level > 1 ? [liveImportantPath] : []), ...(level > 2 ? [`${livePath}/level/3`] : [])];
  return [
    ...["/all", ...(kind === "flash" ? flashes : [""]), categoryPath(categorySlug)],
    ...[...tagSlugs.map(tagPath), ...symbols.map(stockPath), ...(isOnRecord ? [correctionsPath] : [])],
  ];
}

/** Paths of every feed that shows an article: what a hub is told when the article changes. */
export const feedPathsOf = (listed: Listed): string[] =>
  listsOf(listed).flatMap((list) => FILES.map((file) => `${list}/${file}`));
