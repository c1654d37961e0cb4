import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { isFirstOfKind, isFirstWithTag } from "@/lib/clusters/list-conditions";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { newestOf } from "@/lib/securities/strands";
import type { FeedList } from "./lists";

type Place = { after: Position | undefined; limit: number };

const behind = (time: SQL, id: SQL, after: Position | undefined) =>
  after
    ? sql`and ${time} <= ${after.at.toISOString()}::timestamptz
        and (${time}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql.empty();

/** Places of public articles with a condition that an index knows. */
const published = (where: SQL, { after, limit }: Place) => sql`
  select a.id, a.publish_at at from articles a
  where a.status = 'published' and a.publish_at <= now() and ${where} ${behind(sql`a.publish_at`, sql`a.id`, after)}
  order by a.publish_at desc, a.id desc limit ${limit}`;

const tagged = (tagId: string, { after, limit }: Place) => sql`
  select t.article_id id, t.listed_at at from article_tags t
  where t.tag_id = ${tagId}::uuid and t.listed_at is not null and t.listed_at <= now()
    and ${isFirstWithTag(sql`t.article_id`, tagId)} ${behind(sql`t.listed_at`, sql`t.article_id`, after)}
  order by t.listed_at desc, t.article_id desc limit ${limit}`;

/** Apart from its running, so that its plan can be looked at. */
export function positionsStatement(list: FeedList, place: Place): SQL {
  const once = isFirstOfKind(sql`a.id`);
  switch (list.of) {
    case "stories":
      return published(sql`a.kind = 'story' and ${once}`, place);
    case "flashes":
      return published(sql`a.kind = 'flash' and ${once}`, place);
    case "important":
      return published(sql`a.kind = 'flash' and a.level > 1`, place);
    case "top":
      return published(sql`a.kind = 'flash' and a.level = 3`, place);
    case "all": {
      // Each kind is one range of an index.
      const both = sql`(${published(sql`a.kind = 'story'`, place)}) union all (${published(sql`a.kind = 'flash'`, place)})`;
      return sql`select id, at from (${both}) both_kinds order by at desc, id desc limit ${place.limit}`;
    }
    case "category":
      return published(sql`a.category_id = ${list.id}::uuid`, place);
    case "tag":
      return tagged(list.id, place);
    case "stock":
      return sql`select article_id id, listed_at at from (${newestOf(list.strands, place.limit, place.after)}) found
        order by listed_at desc, article_id desc limit ${place.limit}`;
  }
}

/** Where the next articles of a list stand, newest first, without a look at what they say. */
export async function listPositions(db: Db, list: FeedList, place: Place): Promise<Position[]> {
  const rows = await db.execute<{ id: string; at: string }>(positionsStatement(list, place));
  return rows.map(({ id, at }) => ({ id, at: new Date(at) }));
}
