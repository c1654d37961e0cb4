import { beijingDay } from "@/lib/dates";

/** Address that Jekyll gave a post: categories are split at blanks and put in lower case, the slug keeps its case. */
export function oldPostPath(categories: string, publishAt: Date, slug: string): string {
  const folders = categories
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => `/${part.toLowerCase()}`);
  return `${folders.join("")}/${beijingDay(publishAt).replaceAll("-", "/")}/${slug}.html`;
}

/** Address under which the old 404 page looked up moved posts. */
export const oldStoredPath = (path: string): string => `/old_post/${path.slice(path.lastIndexOf("/") + 1)}`;

/** Addresses of an outlet's page on the old site. */
export function oldCategoryPaths(written: string): string[] {
  const names = new Set([written, written.toLowerCase()]);
  return [...names].flatMap((name) => [`/category/${name}.html`, `/category/${name}`, `/${name}`]);
}
