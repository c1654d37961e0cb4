import { type SQL, sql } from "drizzle-orm";
import type { Strand } from "@/lib/securities/strands";

/** What a feed of articles holds. */
export type FeedList =
  /** As on the page: a story of several outlets once. */
  | { of: "stories" | "flashes" | "important" | "top" }
  /** Everything, also what lists leave out because it tells a story again. */
  | { of: "all" }
  | { of: "category" | "tag"; id: string }
  | { of: "stock"; strands: Strand[] };

/** Whether an article `a` that was taken back stood in the list. One that was taken down has no tags and mentions left. */
export function wasListed(list: FeedList): SQL {
  const isEmptied = sql`a.taken_down_at is not null`;
  switch (list.of) {
    case "all":
      return sql`true`;
    case "stories":
      return sql`a.kind = 'story'`;
    case "flashes":
      return sql`a.kind = 'flash'`;
    case "important":
      return sql`a.kind = 'flash' and (a.level > 1 or ${isEmptied})`;
    case "top":
      return sql`a.kind = 'flash' and (a.level = 3 or ${isEmptied})`;
    case "category":
      return sql`a.category_id = ${list.id}::uuid`;
    case "tag":
      return sql`(${isEmptied} or exists (select 1 from article_tags t where t.article_id = a.id and t.tag_id = ${list.id}::uuid))`;
    case "stock": {
      const symbols = sql.join(
        list.strands.map(({ symbol }) => sql`${symbol}`),
        sql`, `,
      );
      return sql`(${isEmptied} or exists (select 1 from mentions m where m.article_id = a.id and m.symbol in (${symbols})))`;
    }
  }
}
