import "server-only";
import { cache } from "react";
import { loadCards } from "@/lib/articles/cards";
import { countRows } from "@/lib/articles/list-loaders";
import { listCards } from "@/lib/articles/queries";
import { tagPage } from "@/lib/cache/tag-page";
import { getDb } from "@/lib/db/client";
import { listMostRead } from "./queries";
import type { Span } from "./spans";
import { mostReadTags } from "./tags";

/** The page of one span: its lines, most read first, and what they hold. */
export const loadMostRead = cache(async (span: Span) => {
  const db = getDb();
  const lists = await listMostRead(db);
  tagPage(mostReadTags(lists.ranked));
  const ids = lists[span].map(({ id }) => id);
  const cards = await loadCards(db, await listCards(db, ids));
  return { span, cards, ...countRows(cards) };
});
export type MostReadPage = Awaited<ReturnType<typeof loadMostRead>>;
