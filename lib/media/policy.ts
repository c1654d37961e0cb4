import type { Actor } from "@/lib/context";

export type MediaVerb = "view" | "upload" | "edit" | "replace" | "delete";

/** Everyone of the newsroom sees and uploads; an author changes what they uploaded, the others everything. */
export function canMedia(actor: Actor, verb: MediaVerb, picture?: { createdBy: string | null }): boolean {
  if (verb === "view" || verb === "upload") return true;
  if (actor.kind === "system" || actor.role !== "author") return true;
  return picture?.createdBy === actor.id;
}
