import { type Actor, isDesk } from "@/lib/context";

export type GovernedView = { ownerId: string; isShared: boolean };

/** Whether this person may give a view to everyone. */
export const mayShare = (actor: Actor): boolean => actor.kind === "user" && isDesk(actor);

/** One's own views are one's own; what is shared is the editors' common property. */
export const mayChange = (actor: Actor, view: GovernedView): boolean =>
  actor.kind === "user" && (view.isShared ? mayShare(actor) : view.ownerId === actor.id);
