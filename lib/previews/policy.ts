import { can, type Governed } from "@/lib/articles/policy";
import type { Actor } from "@/lib/context";

/** What was taken back or thrown away is shown to no outsider. */
export const isShareable = ({ status }: Pick<Governed, "status">) => status !== "withdrawn" && status !== "trashed";

/** Who may edit or publish an article may show it to outsiders, and end that again; contributors are such themselves. */
export const canShare = (actor: Actor, article: Governed) =>
  (actor.kind === "system" || actor.role !== "contributor") &&
  (can(actor, "edit", article) || can(actor, "publish", article));
