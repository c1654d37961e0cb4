import type { Actor } from "@/lib/context";

/** Admins, and the operator of the machine, decide who else may read by a program. */
export const mayManageTokens = (actor: Actor) => actor.kind === "system" || actor.role === "admin";
