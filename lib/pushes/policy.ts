import type { Actor } from "@/lib/context";

/** What the site tells others of itself is for administrators. */
export const maySeePushes = (actor: Actor) => actor.kind === "system" || actor.role === "admin";
