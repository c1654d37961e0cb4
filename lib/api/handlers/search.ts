import "server-only";
import { searchParams } from "@/lib/search/filters";
import { findHits } from "@/lib/search/find-hits";
import { shareFor } from "../caller";
import { packPlace, unpackPlace } from "../cursor";
import { presentArticle } from "../present";
import { Problem } from "../problem";
import { listArticlesByIds } from "../queries";
import { readSlugs } from "./articles";
import type { Handler } from "./types";

const NOTHING = { items: [], next: null, count: { value: 0, exact: true }, partial: false };

export const search: Handler<"search"> = async ({ db, site, caller, query, given }) => {
  const { q, category, symbol, kind, level, from, to, sort, cursor, text } = query;
  const moved = await readSlugs(db, "/search", { category }, given);
  if ("movedTo" in moved) return moved;
  const params = searchParams.parse({
    ...{ q, kind, from, to, sort, after: unpackPlace(cursor) },
    ...{ outlet: category, level, stock: symbol?.toUpperCase() },
  });
  const found = await findHits(db, params);
  if (found.state === "unready") throw new Problem("not-ready");
  if (found.state !== "found") return NOTHING;
  const ids = found.hits.map(({ id }) => id);
  const rows = new Map((await listArticlesByIds(db, ids, shareFor(caller, text))).map((row) => [row.id, row]));
  return {
    // Withdrawn between the two queries: left out.
    items: ids.flatMap((id) => rows.get(id) ?? []).map((row) => presentArticle(row, site.licence)),
    next: found.next && packPlace(found.next),
    count: { value: found.count.count, exact: found.count.isExact },
    partial: found.isPartial,
  };
};
