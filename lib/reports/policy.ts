import { type Actor, isDesk } from "@/lib/context";

/** Who reads what readers report and answers it. */
export const canAnswerReports = (actor: Actor) => actor.kind === "user" && isDesk(actor);
