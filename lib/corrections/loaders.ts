import "server-only";
import { cache } from "react";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { type ActRow, listActs } from "@/lib/corrections/queries";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { getDb } from "@/lib/db/client";

type Plain<Row> = Row extends { at: Date } ? Omit<Row, "at"> & { at: string } : never;
export type Act = Plain<ActRow>;

/** One page of the public record; null when the cursor is none or nothing stands behind it. */
export const loadActs = cache(async (cursor?: string) => {
  tagPage([tag.corrections]);
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  if (after === null) return null;
  const { items, hasMore } = await listActs(getDb(), { after });
  tagPage(items.map(({ articleId }) => tag.article(articleId)));
  const last = items.at(-1);
  if (after && !last) return null;
  return {
    acts: items.map((row) => ({ ...row, at: row.at.toISOString() }) as Act),
    older: after !== undefined,
    next: hasMore && last ? encodeCursor(last) : null,
  };
});
export type ActsPage = NonNullable<Awaited<ReturnType<typeof loadActs>>>;
