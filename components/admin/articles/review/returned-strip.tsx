import type { DeskArticle } from "@/lib/articles/desk-loaders";
import { longTime } from "@/lib/dates";

/** Why an editor gave the draft back; it stays until the draft is handed in again. */
export function ReturnedStrip({ by, note, at }: NonNullable<DeskArticle["returned"]>) {
  return (
    <section className="strip" aria-label="退回说明">
      <p>
        {by} 于 {longTime(at)}退回：{note}
      </p>
    </section>
  );
}
