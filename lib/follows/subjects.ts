import type { Card } from "@/lib/articles/cards";
import { categoryPath, stockPath } from "@/lib/urls";

/** Pages of what an article is news of, its outlet first, with a blank between: no address holds one. */
export const followPaths = ({ categorySlug, subjects }: Pick<Card, "categorySlug" | "subjects">): string =>
  [categoryPath(categorySlug), ...subjects.map(stockPath)].join(" ");
