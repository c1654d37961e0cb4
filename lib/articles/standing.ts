/** How an article stands to readers: its text, that it is gone, or nothing at all. */
export type Standing = "public" | "withdrawn" | "taken-down" | "hidden";

type Row = { status: string; trashedFrom: string | null; publishAt: Date | null; takenDownAt: Date | null };

/** What the address of an article shows. */
export function standingOf({ status, trashedFrom, publishAt, takenDownAt }: Row, now: Date): Standing {
  if (takenDownAt) return "taken-down";
  // One that readers knew and that lies in the bin is gone as well: its address must not say that it never was.
  if (status === "withdrawn" || (status === "trashed" && /^(published|withdrawn)$/.test(trashedFrom ?? "")))
    return "withdrawn";
  return status === "published" && publishAt && publishAt <= now ? "public" : "hidden";
}
