import type { takedowns } from "@/lib/db/schema";

/** What is said in the place of something that was taken down: nothing of it. */
export type TakenDown = { number: number; requester: string; reason: string; basis: string; at: string };

type Row = Pick<typeof takedowns.$inferSelect, "number" | "requester" | "reason" | "basis" | "createdAt">;

export const toTakenDown = ({ createdAt, number, requester, reason, basis }: Row): TakenDown => ({
  ...{ number, requester, reason, basis },
  at: createdAt.toISOString(),
});
