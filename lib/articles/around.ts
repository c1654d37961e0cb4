import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { LinkRow } from "@/lib/articles/queries";
import { isFirstOfKind, isFirstTold } from "@/lib/clusters/list-conditions";
import type { CorrectionKind } from "@/lib/corrections/validation";
import type { Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";

export type Mention = {
  symbol: string;
  name: string;
  industry: string;
  relation: "direct" | "sector";
  earlier: number;
};
type Correction = { id: string; version: number; kind: CorrectionKind; note: string; reason: string; at: string };
type Link = Omit<LinkRow, "publishAt"> & { publishAt: string };
type Row = {
  /** All of the own cluster, itself among them, in the order of publication; empty when it stands alone. */
  cluster: Link[];
  tags: { id: string; slug: string; name: string }[];
  mentions: Mention[];
  corrections: Correction[];
  next: Link | null;
  older: Link[];
  related: Link[];
  /** Later ones on the same subject, newest first; none unless asked for. */
  newer: Link[];
  meanwhile: Link[];
  /** The state of the names of securities. */
  names: string;
};

/** How many of an article's securities and tags are asked for related stories. */
const RELATED_KEYS = 8;
export const RELATED = 5;
/** A later article is on the same subject when it shares so many securities and tags, or all there are. */
const SAME_SUBJECT = 2;
const NEWER = 3;
/** How far mentions are counted: enough to tell a regular from a newcomer, and an index scan of known cost. */
const MENTIONS_COUNTED = 100;
const MEANWHILE = 12;
/** Of one story; more outlets than that have hardly ever told one. */
const MEMBERS = 100;

const LINK = sql.raw(`json_build_object('id', a.id, 'slug', a.slug, 'kind', a.kind, 'title', a.title,
  'publishAt', a.publish_at, 'categoryId', c.id, 'categorySlug', c.slug, 'categoryName', c.name)`);
const IS_PUBLIC = sql.raw(`a.status = 'published' and a.publish_at <= now()`);

/** Links of the public articles that this picks, in this order. */
const links = (where: SQL, direction: "asc" | "desc", limit: number) => {
  const by = sql.raw(`order by a.publish_at ${direction}, a.id ${direction}`);
  return sql`(select coalesce(json_agg(found.link), '[]') from (
    select ${LINK} link from articles a join categories c on c.id = a.category_id
    where ${IS_PUBLIC} and ${where} ${by} limit ${limit}) found)`;
};

/**
 * Everything that stands around an article on its page, by one statement: each one that is sent costs half a millisecond
 * of the server's CPU, whatever it asks for. Beside the next newer one of the outlet only earlier articles, so that a
 * cached page need not change when news arrives.
 * @param olderCount how many of the outlet's
 * @param withNewer whether to look for later ones on the same subject
 */
export async function findAround(
  db: Db,
  { id, categoryId }: { id: string; categoryId: string },
  here: Position,
  olderCount: number,
  withNewer = false,
) {
  const place = sql`(${here.at.toISOString()}::timestamptz, ${here.id}::uuid)`;
  const earlier = sql`listed_at is not null and (listed_at, article_id) < ${place}`;
  const later = sql`${withNewer} and listed_at <= now() and (listed_at, article_id) > ${place}`;
  const behind = sql`(a.publish_at, a.id) < ${place}`;
  // What stands in the list of the cluster is no other story.
  const isOther = sql`a.id not in (select article_id from own_cluster)`;
  const firstRelated = isFirstTold(sql`a.id`, sql`earlier.article_id in (select related.id from related)`);
  const ofOutlet = sql`a.category_id = ${categoryId}`;
  const [row] = await db.execute<Row>(sql`
    with own_tags as materialized (
      select t.id, t.slug, t.name from article_tags x join tags t on t.id = x.tag_id
      where x.article_id = ${id} order by t.name
    ), own_mentions as materialized (
      select s.symbol, s.name, s.industry, m.relation from mentions m join securities s on s.symbol = m.symbol
      where m.article_id = ${id} order by m.relation, m.symbol
    ), own_cluster as materialized (
      select member.article_id from cluster_members own join cluster_members member on member.cluster_id = own.cluster_id
      where own.article_id = ${id}
    ), related as materialized (
      select found.id from (
        select m.article_id id, m.listed_at at
        from (select symbol from own_mentions where relation = 'direct' limit ${RELATED_KEYS}) key
          cross join lateral (select article_id, listed_at from mentions where mentions.symbol = key.symbol and ${earlier}
            order by listed_at desc, article_id desc limit 12) m
        union
        select t.article_id, t.listed_at
        from (select id from own_tags limit ${RELATED_KEYS}) key
          cross join lateral (select article_id, listed_at from article_tags where tag_id = key.id and ${earlier}
            order by listed_at desc, article_id desc limit 12) t
      ) found order by found.at desc, found.id desc limit ${RELATED * 4}
    ), newer as materialized (
      select found.id from (
        select m.article_id id, m.listed_at at
        from (select symbol from own_mentions where relation = 'direct' limit ${RELATED_KEYS}) key
          cross join lateral (select article_id, listed_at from mentions
            where mentions.symbol = key.symbol and relation = 'direct' and ${later}
            order by listed_at desc, article_id desc limit 12) m
        union all
        select t.article_id, t.listed_at
        from (select id from own_tags limit ${RELATED_KEYS}) key
          cross join lateral (select article_id, listed_at from article_tags where tag_id = key.id and ${later}
            order by listed_at desc, article_id desc limit 12) t
      ) found group by found.id
      having count(*) >= least(${SAME_SUBJECT}, (select count(*) from own_mentions where relation = 'direct')
        + (select count(*) from own_tags))
    )
    select
      (select mark::text from name_state) names,
      (select coalesce(json_agg(own_tags), '[]') from own_tags) tags,
      (select coalesce(json_agg(json_build_object('symbol', m.symbol, 'name', m.name, 'industry', m.industry,
          'relation', m.relation, 'earlier', counted.count)), '[]')
        from own_mentions m cross join lateral (select count(*)::int count from (
          select 1 from mentions where mentions.symbol = m.symbol and ${earlier}
          order by listed_at desc, article_id desc limit ${MENTIONS_COUNTED}) one) counted) mentions,
      (select coalesce(json_agg(json_build_object('id', x.id, 'version', x.version, 'kind', x.kind, 'note', x.note,
          'reason', x.reason, 'at', x.created_at) order by x.created_at, x.id), '[]')
        from corrections x where x.article_id = ${id}) corrections,
      ${links(sql`${ofOutlet} and (a.publish_at, a.id) > ${place}`, "asc", 1)} -> 0 next,
      ${links(sql`${ofOutlet} and ${behind}`, "desc", olderCount)} older,
      ${links(sql`a.id in (select article_id from own_cluster)`, "asc", MEMBERS)} cluster,
      ${links(sql`a.kind = 'story' and a.id in (select related.id from related) and ${isOther} and ${firstRelated}`, "desc", RELATED)} related,
      ${links(sql`a.kind = 'story' and a.id in (select newer.id from newer) and ${isOther} and ${isFirstOfKind(sql`a.id`)}`, "desc", NEWER)} newer,
      ${links(sql`a.kind = 'story' and ${behind} and ${isOther} and ${isFirstOfKind(sql`a.id`)}`, "desc", MEANWHILE)} meanwhile`);
  return row!; // a select without `from` always answers
}
