const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The articles that a change names. It holds their ids only: a takedown could not take a title out of a sealed row. */
export function articlesIn(value: unknown): string[] {
  if (!isGroup(value)) return [];
  const own = typeof value.articleId === "string" ? [value.articleId] : [];
  return [...own, ...Object.values(value).flatMap(articlesIn)];
}

/** The same with titles in the place of ids, as the articles are called today. */
export function nameArticles(value: unknown, titleOf: (id: string) => string | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => nameArticles(one, titleOf));
  // A date is said as it is.
  if (!isGroup(value) || value instanceof Date) return value;
  const { articleId, ...rest } = value;
  const named = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, nameArticles(one, titleOf)]));
  return typeof articleId === "string" ? { ...named, title: titleOf(articleId) ?? "（已删除的文章）" } : named;
}
