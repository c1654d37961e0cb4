import { type Actor, isDesk } from "@/lib/context";

/** Figures of the whole site are for those who answer for it; an author sees their own stories. */
export const maySeeStats = (actor: Actor) => isDesk(actor);
