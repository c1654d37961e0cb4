import type { Actor } from "@/lib/context";

export type Verb = "create" | "view" | "edit" | "publish" | "unpublish" | "trash" | "restore";

/** What the rules look at. */
export type Governed = { status: string; trashedFrom: string | null; createdBy: string | null };

/** Admins, editors and jobs may do everything; an author reads what is theirs and works on it while it is a draft. */
export function can(actor: Actor, verb: Verb, article?: Governed): boolean {
  if (actor.kind === "system" || actor.role !== "author") return true;
  if (verb === "create") return true;
  if (article?.createdBy !== actor.id) return false;
  if (verb === "view") return true;
  if (verb === "edit" || verb === "trash") return article.status === "draft";
  if (verb === "restore") return article.status === "trashed" && article.trashedFrom === "draft";
  return false;
}
