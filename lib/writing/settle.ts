import "server-only";
import { findSurvivor } from "@/lib/categories/survivors";
import type { Tx } from "@/lib/db/client";
import { findTagsByNames } from "@/lib/tags/survivors";
import { holdTaxonomy } from "@/lib/taxonomy/lock";

type Form = { categoryId: string; tags: string[] };

/**
 * A form as it counts today: an outlet or a tag that was merged away while the story lay open stands for what took its
 * place. Until the transaction ends that stays so.
 */
export async function settleForm<Given extends Form>(tx: Tx, form: Given): Promise<Given> {
  await holdTaxonomy(tx);
  const survivor = await findSurvivor(tx, form.categoryId);
  const known = await findTagsByNames(tx, form.tags);
  const tags = form.tags.flatMap((name) => known.get(name)?.map((tag) => tag.name) ?? [name]);
  return { ...form, categoryId: survivor?.id ?? form.categoryId, tags: [...new Set(tags)] };
}
