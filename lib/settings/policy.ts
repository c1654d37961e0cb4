import type { Actor } from "@/lib/context";

/** What the whole site says of itself is for administrators. */
export const mayChangeSettings = (actor: Actor) => actor.kind === "system" || actor.role === "admin";
