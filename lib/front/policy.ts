import { type Actor, isDesk } from "@/lib/context";

/** The home page is one for all outlets, so whoever runs the desk arranges it. */
export const mayArrange = (actor: Actor) => isDesk(actor);
