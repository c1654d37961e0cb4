import { type Actor, isDesk } from "@/lib/context";

/** Old addresses are for whoever answers for the whole site. */
export const mayRedirect = (actor: Actor) => isDesk(actor);
