import "server-only";
import { type ActRow, listActs } from "@/lib/corrections/queries";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { beijingIso } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { articlePath, correctionsPath } from "@/lib/urls";
import type { FeedAddress } from "./address";
import type { ReadFeed } from "./article-feed";
import { type Around, makeDocument, readSpan } from "./document";
import { ACTS_SOURCE } from "./standing";
import type { FeedItem } from "./types";

function say(act: ActRow): { title: string; summary: string; path: string } {
  if (act.act === "takedown") {
    const summary = `要求方：${act.requester}；原因：${act.reason}${act.basis && `；依据：${act.basis}`}`;
    return { title: `删除：第 ${act.number} 号`, summary, path: correctionsPath };
  }
  const path = articlePath(act.slug);
  if (act.act === "withdrawal")
    return { title: `撤回：${act.title}`, summary: `原因：${act.reason || "未说明"}`, path };
  const name = CORRECTION_NAMES[act.kind];
  return { title: `${name}：${act.title}`, summary: `${act.note}原因：${act.reason}`, path };
}

/** The site itself says it, whoever wrote the article. */
export function itemOfAct(act: ActRow, siteName: string): FeedItem {
  const at = beijingIso(act.at);
  return { ...say(act), id: `${act.act}:${act.id}`, publishedAt: at, updatedAt: at, outlet: siteName, topics: [] };
}

/** The public record of corrections, withdrawals and takedowns. */
export async function readActsFeed(
  db: Db,
  address: Pick<FeedAddress, "format" | "cursor">,
  around: Around,
): Promise<ReadFeed | null> {
  let acts: ActRow[] = [];
  const span = await readSpan(address.cursor, async (place) => {
    acts = (await listActs(db, place)).items;
    return acts.map(({ at, id }) => ({ at, id }));
  });
  if (!span) return null;
  const shown = acts.slice(0, span.positions.length);
  return {
    feed: makeDocument(ACTS_SOURCE, address, around, span, {
      items: shown.map((act) => itemOfAct(act, around.siteName)),
      gone: [],
    }),
    modifiedAt: shown[0]?.at ?? null,
    shows: { articles: shown.map(({ articleId }) => articleId), outlets: [], tags: [] },
  };
}
