import type { Actor } from "@/lib/context";

/** The index is the whole site's. */
export const mayRebuildIndex = (actor: Actor) => actor.kind === "system" || actor.role === "admin";
