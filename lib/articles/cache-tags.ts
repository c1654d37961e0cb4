import { tag } from "@/lib/cache/tags";
import { beijingDay } from "@/lib/dates";
import { articlePath } from "@/lib/urls";

/** What decides on which pages an article stands. */
export type Listing = {
  id: string;
  slug: string;
  kind: "story" | "flash";
  isPublic: boolean;
  publishAt: Date | null;
  categoryId: string;
  tagIds: string[];
  symbols: string[];
  /** Whether no public article of its category, kind, tags or securities is newer. */
  isNewest: boolean;
};

/**
 * Tags of every page that a change of this article touches. Ask for the state before and after a change and expire
 * both. A story that is newest everywhere cannot move an older page, so publishing news costs a handful of pages.
 */
export function tagsOf(listing: Listing): string[] {
  const tags = [tag.article(listing.id), tag.path(decodeURIComponent(articlePath(listing.slug)))];
  if (!listing.isPublic) return tags;
  const lists = [
    tag.category(listing.categoryId),
    listing.kind === "flash" ? tag.live : tag.home,
    ...listing.tagIds.map(tag.topic),
    ...listing.symbols.map(tag.stock),
  ];
  tags.push(tag.categories, tag.home, ...lists);
  if (listing.publishAt) tags.push(...archiveTags(listing.publishAt));
  if (listing.symbols.length > 0) tags.push(tag.stocks);
  if (!listing.isNewest) tags.push(...lists.map((list) => `${list}:older`));
  return [...new Set(tags)];
}

/** Tags of the archive's pages that show what was published at a moment. */
export function archiveTags(publishAt: Date): string[] {
  const ofDay = tag.archiveDay(beijingDay(publishAt));
  return [tag.archive, ofDay, `${ofDay}:older`];
}
