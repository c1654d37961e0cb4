import { categoryPath, liveImportantPath, livePath, stockPath, tagPath } from "@/lib/urls";

/** Names of the feeds below the site and below each list. */
export const FEED_FILES = ["feed.xml", "rss.xml", "atom.xml", "feed.json"] as const;

/** On which lists an article stands. */
export type Listed = {
  kind: "story" | "flash";
  level: number;
  categorySlug: string;
  tagSlugs: string[];
  symbols: string[];
};

const feedsBelow = (list: string) => FEED_FILES.map((file) => `${list}/${file}`);

/** Paths of every feed that shows an article: what a hub is told when the article changes. */
export function feedPathsOf({ kind, level, categorySlug, tagSlugs, symbols }: Listed): string[] {
  const live = kind === "flash" ? [livePath, ...(level > 1 ? [liveImportantPath] : [])] : [];
  const lists = ["", categoryPath(categorySlug), ...tagSlugs.map(tagPath), ...symbols.map(stockPath), ...live];
  return lists.flatMap(feedsBelow);
}
