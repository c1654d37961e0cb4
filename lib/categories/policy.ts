import { worksIn } from "@/lib/articles/policy";
import { type Actor, isDesk } from "@/lib/context";

/** Outlets and tags are looked at by who runs the desk. */
export const maySeeOutlets = (actor: Actor) => isDesk(actor);

/** An outlet is changed, merged and split by the desk in the outlets that are theirs; a merge needs both. */
export const mayKeepOutlet = (actor: Actor, ...ids: string[]) => isDesk(actor) && ids.every((id) => worksIn(actor, id));

/** What no outlet limits: a new outlet, and tags, which stand on articles of all. */
export const mayKeepAll = (actor: Actor) =>
  actor.kind === "system" || actor.role === "admin" || (isDesk(actor) && actor.categories.length === 0);
