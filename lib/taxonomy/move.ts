import "server-only";
import { sql } from "drizzle-orm";
import { tag } from "@/lib/cache/tags";
import type { Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { moveInIndex } from "@/lib/search/commands";
import type { TaxonomyAct } from "@/lib/taxonomy/acts";

/**
 * Puts articles under the other outlet, or back. Who meanwhile stands under a third one stays there. Neither version
 * nor time of the articles changes: nobody wrote them, and a form that lies open is saved without a conflict.
 */
export async function moveByOutlet(tx: Tx, { id, fromId, toIds }: TaxonomyAct, ids: string[], isBack: boolean) {
  const [here, there] = isBack ? [toIds[0]!, fromId] : [fromId, toIds[0]!];
  const list = idList(ids);
  await tx.execute(sql`
    with moved as (
      update articles set category_id = ${there}::uuid
      where id in (${list}) and category_id = ${here}::uuid returning id
    ) update taxonomy_moves m set state = case
        when not exists (select 1 from moved where moved.id = m.article_id) then 'left'
        when ${isBack} then 'back' else 'moved' end
      where m.act_id = ${id}::uuid and m.article_id in (${list})`);
  await moveInIndex(tx, ids, here, there);
}

/** Gives articles the other tags in the place of this one, or this one back. */
export async function moveByTag(tx: Tx, act: TaxonomyAct, ids: string[], isBack: boolean) {
  await (isBack ? giveBack : replace)(tx, act, ids);
}

async function replace(tx: Tx, { id, fromId, toIds }: TaxonomyAct, ids: string[]) {
  const list = idList(ids);
  await tx.execute(sql`
    with had as (
      delete from article_tags where tag_id = ${fromId}::uuid and article_id in (${list})
      returning article_id, listed_at
    ), given as (
      insert into article_tags (article_id, tag_id, listed_at)
      select had.article_id, t.id, had.listed_at from had cross join unnest(array[${idList(toIds)}]) t(id)
      on conflict do nothing returning article_id, tag_id
    ) update taxonomy_moves m set
        state = case when exists (select 1 from had where had.article_id = m.article_id) then 'moved' else 'left' end,
        added = array(select tag_id from given where given.article_id = m.article_id)
      where m.act_id = ${id}::uuid and m.article_id in (${list})`);
}

/** An article that has none of the tags any more was given others by an editor, and keeps them. */
async function giveBack(tx: Tx, { id, fromId, toIds }: TaxonomyAct, ids: string[]) {
  const list = idList(ids);
  await tx.execute(sql`
    with standing as (
      select m.article_id, m.added, max(x.listed_at) listed_at
      from taxonomy_moves m join article_tags x on x.article_id = m.article_id and x.tag_id in (${idList(toIds)})
      where m.act_id = ${id}::uuid and m.article_id in (${list}) group by m.article_id, m.added
    ), given as (
      insert into article_tags (article_id, tag_id, listed_at)
      select article_id, ${fromId}::uuid, listed_at from standing on conflict do nothing
    ), taken as (
      delete from article_tags x using standing s where x.article_id = s.article_id and x.tag_id = any(s.added)
    ) update taxonomy_moves m set
        state = case when exists (select 1 from standing s where s.article_id = m.article_id) then 'back' else 'left' end
      where m.act_id = ${id}::uuid and m.article_id in (${list})`);
}

/** Tags of the pages that a batch changes: the lists on both sides, and every page that names one of them. */
export function staleOf({ subject, fromId, toIds }: TaxonomyAct): string[] {
  const both = [fromId, ...toIds];
  return subject === "category"
    ? [
        ...both.flatMap((id) => [tag.category(id), tag.categoryOlder(id), tag.outlet(id)]),
        ...[tag.categories, tag.names, tag.home, tag.corrections, tag.indexing],
      ]
    : both.flatMap((id) => [tag.topic(id), tag.topicOlder(id)]);
}
