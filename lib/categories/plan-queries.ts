import "server-only";
import { eq, inArray } from "drizzle-orm";
import { mayKeepOutlet } from "@/lib/categories/policy";
import { POLICY_FIELDS } from "@/lib/categories/validation";
import type { Ctx } from "@/lib/context";
import { categories, categoryAliases, userCategories } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { countChosen } from "@/lib/taxonomy/chosen";

/** What a merge would do, before it is done. */
export async function planOutletMerge({ db, actor }: Ctx, { id, into }: { id: string; into: string }) {
  const { name, slug, indexing, inNews, aiCrawlers, feedText } = categories;
  const rows = await db
    .select({ id: categories.id, name, slug, indexing, inNews, aiCrawlers, feedText })
    .from(categories)
    .where(inArray(categories.id, [id, into]));
  const [from, to] = [rows.find((row) => row.id === id), rows.find((row) => row.id === into)];
  if (!from || !to) throw new AppError("not_found", "没有这个媒体");
  if (!mayKeepOutlet(actor, id, into)) throw new AppError("forbidden", `你在「${to.name}」没有权限，不能并入`);
  const [articles, aliases, people] = await Promise.all([
    countChosen(db, { subject: "category", fromId: id, criteria: {} }),
    db.$count(categoryAliases, eq(categoryAliases.categoryId, id)),
    db.$count(userCategories, eq(userCategories.categoryId, id)),
  ]);
  const path = (row: { slug: string }) => `/category/${row.slug}`;
  return {
    from: { name: from.name, path: path(from) },
    into: { name: to.name, path: path(to) },
    articles,
    aliases,
    people,
    /** Whether its articles are to be handled otherwise by search engines, crawlers or feeds from then on. */
    hasOtherPolicy: POLICY_FIELDS.some((field) => from[field] !== to[field]),
  };
}
