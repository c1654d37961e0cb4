/** How an article stands to readers: its text, that it is gone, or nothing at all. */
export type Standing = "public" | "withdrawn" | "taken-down" | "hidden";

type Row = {
  status: string;
  trashedFrom: string | null;
  publishAt: Date | null;
  withdrawnAt: Date | null;
  takenDownAt: Date | null;
};

/** What the address of an article shows. */
export function standingOf({ status, trashedFrom, publishAt, withdrawnAt, takenDownAt }: Row, now: Date): Standing {
  if (takenDownAt) return "taken-down";
  // What readers knew is gone as well while it lies in the bin or waits for its time: its address must not say that it
  // never was.
  const wasKnown = withdrawnAt !== null || /^(published|withdrawn)$/.test(trashedFrom ?? "");
  if (status === "withdrawn" || (status !== "published" && wasKnown)) return "withdrawn";
  return status === "published" && publishAt && publishAt <= now ? "public" : "hidden";
}
