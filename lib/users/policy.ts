import type { Actor } from "@/lib/context";

/** Admins, and the operator of the machine, decide who works here. */
export const mayManageUsers = (actor: Actor) => actor.kind === "system" || actor.role === "admin";
