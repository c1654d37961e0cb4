import "server-only";
import { eq, inArray } from "drizzle-orm";
import { mayKeepAll, maySeeOutlets } from "@/lib/categories/policy";
import type { Ctx } from "@/lib/context";
import { tagAliases, tags } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { freeTagSlug, listSameAddress, tagNameFault } from "@/lib/tags/names-queries";
import { tagSlug } from "@/lib/tags/naming";
import { countChosen } from "@/lib/taxonomy/chosen";

/** What a merge would do, before it is done. */
export async function planTagMerge({ db, actor }: Ctx, { id, into }: { id: string; into: string }) {
  if (!mayKeepAll(actor)) throw new AppError("forbidden", "没有权限管理标签");
  const { name, slug } = tags;
  const rows = await db
    .select({ id: tags.id, name, slug })
    .from(tags)
    .where(inArray(tags.id, [id, into]));
  const [from, to] = [rows.find((row) => row.id === id), rows.find((row) => row.id === into)];
  if (!from || !to) throw new AppError("not_found", "没有这个标签");
  const [articles, aliases] = await Promise.all([
    countChosen(db, { subject: "tag", fromId: id, criteria: {} }),
    db.$count(tagAliases, eq(tagAliases.tagId, id)),
  ]);
  const path = (row: { slug: string }) => `/tag/${row.slug}`;
  const sides = { from: { name: from.name, path: path(from) }, into: { name: to.name, path: path(to) } };
  return { ...sides, articles, aliases, people: 0 };
}

/** The address that a name would get while it is being typed, and who has one like it. */
export async function hearTag({ db, actor }: Ctx, input: { id: string | null; name: string }) {
  if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
  const name = input.name.replace(/\s+/g, " ").trim();
  if (name === "") return null;
  const [slug, same, fault] = await Promise.all([
    freeTagSlug(db, tagSlug(name), input.id),
    listSameAddress(db, name, input.id),
    tagNameFault(db, name, input.id),
  ]);
  return { slug, same: same.map((tag) => tag.name), fault };
}
