import { type Actor, isDesk } from "@/lib/context";

export type Verb =
  | "create"
  | "view"
  | "edit"
  | "submit"
  | "recall"
  | "return"
  | "publish"
  | "unpublish"
  | "trash"
  | "restore"
  | "takedown";

/** What the rules look at. */
export type Governed = {
  status: string;
  trashedFrom: string | null;
  createdBy: string | null;
  categoryId: string;
  takenDownAt?: Date | null;
};

/** Whether somebody works in a category at all. A person with no list of their own works in every one. */
export const worksIn = (actor: Actor, categoryId: string): boolean =>
  actor.kind === "system" ||
  actor.role === "admin" ||
  actor.categories.length === 0 ||
  actor.categories.includes(categoryId);

/**
 * Admins, editors and jobs may do everything, an editor in the categories that are theirs; they read the rest. To destroy
 * an article takes an admin; what that left can be looked at and nothing else.
 * Authors and contributors read what is theirs and work on it while it is a draft, in their categories. Who wrote a
 * story that waits for the editors takes it back; editors give it back.
 */
export function can(actor: Actor, verb: Verb, article?: Governed): boolean {
  if (article?.takenDownAt && verb !== "view") return false;
  if (verb === "takedown") return actor.kind === "system" || actor.role === "admin";
  if (verb === "create") return !article || worksIn(actor, article.categoryId);
  if (actor.kind === "system") return verb !== "recall";
  const isOwn = article?.createdBy === actor.id;
  if (verb === "recall") return isOwn && article.status === "in_review";
  if (isDesk(actor)) return verb === "view" || !article || worksIn(actor, article.categoryId);
  if (!isOwn) return false;
  if (verb === "view") return true;
  if (!worksIn(actor, article.categoryId)) return false;
  if (verb === "edit" || verb === "trash" || verb === "submit") return article.status === "draft";
  if (verb === "restore") return article.status === "trashed" && article.trashedFrom === "draft";
  return false;
}
