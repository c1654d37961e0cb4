import "server-only";
import { inArray } from "drizzle-orm";
import { tag } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/client";
import { articleTags } from "@/lib/db/schema";
import type { Member } from "./queries";

function companies(rows: Member[]): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const row of rows) found.set(row.clusterId, [...(found.get(row.clusterId) ?? []), row]);
  return new Map(rows.map((row) => [row.articleId, found.get(row.clusterId)!]));
}

const inOrder = (a: Member, b: Member) =>
  a.publishedAt.getTime() - b.publishedAt.getTime() || (a.articleId < b.articleId ? -1 : 1);
const sayCompany = (rows: Member[] | undefined) =>
  (rows ?? [])
    .map(({ articleId, publishedAt }) => `${articleId} ${publishedAt.getTime()}`)
    .sort()
    .join();

/** Those that a list of their kind leaves out, because it shows an earlier one of the same story. */
const hidden = (rows: Member[]) =>
  new Set(
    [...companies(rows)].flatMap(([id, all]) => {
      const self = all.find(({ articleId }) => articleId === id)!;
      return all.filter(({ kind }) => kind === self.kind).sort(inOrder)[0] === self ? [] : [id];
    }),
  );

/**
 * Tags of the pages that a change of clusters touches. A page carries the tags of the articles on it, so what has other
 * company, or is shown no more, is reached by its own tag; the lists themselves only where something comes back.
 * @param ids what was changed: it may be public no more, and its own lists are announced by whoever changed it
 */
export async function staleAfter(tx: Tx, before: Member[], after: Member[], ids: string[]): Promise<string[]> {
  const [was, is] = [companies(before), companies(after)];
  const all = new Map([...before, ...after].map((row) => [row.articleId, row]));
  const changed = [...all.keys()].filter((id) => sayCompany(was.get(id)) !== sayCompany(is.get(id)));
  const tags = changed.map(tag.article);
  const hiddenNow = hidden(after);
  const shown = [...hidden(before)].filter((id) => !hiddenNow.has(id));
  for (const id of shown) {
    const { kind } = all.get(id)!;
    tags.push(tag.home, ...(kind === "flash" ? [tag.live, tag.liveOlder] : [tag.homeOlder]));
  }
  // Which list by tag shows a cluster's first depends on who of it has the tag.
  const moved = [...new Set([...shown, ...changed.filter((id) => !ids.includes(id))])];
  if (moved.length > 0 && shown.length > 0) {
    const rows = await tx
      .selectDistinct({ id: articleTags.tagId })
      .from(articleTags)
      .where(inArray(articleTags.articleId, moved));
    tags.push(...rows.flatMap(({ id }) => [tag.topic(id), tag.topicOlder(id)]));
  }
  return [...new Set(tags)];
}
