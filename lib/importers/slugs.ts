import "server-only";
import { inArray } from "drizzle-orm";
import { beijingDay } from "@/lib/dates";
import type { Tx } from "@/lib/db/client";
import { importFiles } from "@/lib/db/schema";
import { groupKey } from "./jekyll/file-name";
import type { ArticleDraft, Group } from "./jekyll/group";

/** Article that holds a slug. */
export type IdOfSlug = ReadonlyMap<string, string>;

const isHandMade = ({ key }: Group) => key.startsWith("~");

/** Posts written by hand may share a slug on two days; the later one gets the day behind it. */
const dayed = ({ slug, publishAt }: ArticleDraft) => `${slug}-${beijingDay(publishAt).replaceAll("-", "")}`;

/** Slugs under which a group's story may stand already. */
export function slugsOf(group: Group): string[] {
  const { draft } = group;
  if (!draft) return [];
  return isHandMade(group) ? [draft.slug, dayed(draft)] : [draft.slug, ...draft.otherSlugs];
}

async function keysOfArticles(tx: Tx, ids: string[]): Promise<Map<string, Set<string>>> {
  const keys = new Map<string, Set<string>>();
  if (ids.length === 0) return keys;
  const rows = await tx
    .select({ id: importFiles.articleId, path: importFiles.path })
    .from(importFiles)
    .where(inArray(importFiles.articleId, ids));
  for (const { id, path } of rows) keys.set(id!, (keys.get(id!) ?? new Set()).add(groupKey(path)));
  return keys;
}

/**
 * Finds the article that each group's story stands under. The provider's number names a story; a slug chosen by hand
 * does not, so such a story is the same only if it came from a file of the same name, and else gets a slug of its own.
 */
export async function findStories(
  tx: Tx,
  groups: Group[],
  idOfPath: ReadonlyMap<string, string>,
  idOfSlug: IdOfSlug,
): Promise<Map<Group, string>> {
  const found = new Map<Group, string>();
  const held = (group: Group) => slugsOf(group).flatMap((slug) => idOfSlug.get(slug) ?? []);
  const keys = await keysOfArticles(tx, groups.filter(isHandMade).flatMap(held));
  const slugOfId = new Map([...idOfSlug].map(([slug, id]) => [id, slug]));
  const taken = new Set<string>();
  for (const group of groups) {
    const byPath = group.files.map((file) => idOfPath.get(file.path)).find(Boolean);
    if (!isHandMade(group) || !group.draft) {
      const id = byPath ?? held(group)[0];
      if (id) found.set(group, id);
      continue;
    }
    const isOurs = (id: string) => !keys.has(id) || keys.get(id)!.has(group.key);
    const id = byPath ?? held(group).find(isOurs);
    if (id) found.set(group, id);
    const own = id && slugOfId.get(id);
    const free = slugsOf(group).find((slug) => !taken.has(slug) && !idOfSlug.has(slug));
    group.draft.slug = own ?? free ?? group.draft.slug;
    taken.add(group.draft.slug);
  }
  return found;
}
