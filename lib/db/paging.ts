/** Words of a search as patterns for `ilike`. */
export const likeWords = (text = ""): string[] =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/**
 * A page of a list whose newest comes first, out of one row more than it holds. `before` was read backwards: from the
 * place that it names towards the newest.
 */
export function pageOf<Row>(rows: Row[], size: number, { after, before }: { after?: unknown; before?: unknown }) {
  const backwards = before !== undefined;
  const items = rows.slice(0, size);
  const more = rows.length > size;
  return {
    items: backwards ? items.reverse() : items,
    hasOlder: backwards || more,
    hasNewer: backwards ? more : after !== undefined,
  };
}
