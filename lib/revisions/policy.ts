import { can, type Governed } from "@/lib/articles/policy";
import type { Actor } from "@/lib/context";

/** Bringing an old version back is an edit; of a published article readers see it at once, so it is a publication too. */
export function canRestoreRevision(actor: Actor, article: Governed): boolean {
  if (article.status === "trashed" || !can(actor, "edit", article)) return false;
  return article.status !== "published" || can(actor, "publish", article);
}
