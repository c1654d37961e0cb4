import { can, type Governed } from "@/lib/articles/policy";
import { type Actor, isDesk } from "@/lib/context";

/** The desk decides which articles tell one story, for those in its outlets. */
export const maySettle = (actor: Actor, article: Governed): boolean => isDesk(actor) && can(actor, "edit", article);
