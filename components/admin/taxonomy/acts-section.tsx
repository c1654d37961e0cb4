import type { ComponentProps } from "react";
import { ActList } from "@/components/admin/taxonomy/act-list";

/** What was merged with and split off one outlet or tag. */
export function ActsSection({ acts, now }: ComponentProps<typeof ActList>) {
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">合并与拆分记录</h2>
      <ActList acts={acts} now={now} />
    </section>
  );
}
