import { type Actor, isDesk } from "@/lib/context";

export type MediaVerb = "view" | "upload" | "edit" | "replace" | "delete";

/** Everyone of the newsroom sees and uploads; authors and contributors change what they uploaded, the desk everything. */
export function canMedia(actor: Actor, verb: MediaVerb, picture?: { createdBy: string | null }): boolean {
  if (verb === "view" || verb === "upload") return true;
  if (isDesk(actor)) return true;
  return actor.kind === "user" && picture?.createdBy === actor.id;
}
