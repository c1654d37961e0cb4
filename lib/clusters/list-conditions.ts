import { type SQL, sql } from "drizzle-orm";

/**
 * Whether no earlier article of the same story is in a list; alone an article always is. A scalar subquery and no
 * anti-join: it is asked of each row that the list walks over, a few index looks, and never reads all clusters.
 * @param id of the article of a row
 * @param isListed whether `earlier` is in that list
 */
export const isFirstTold = (id: SQL, isListed: SQL, join = sql``) => sql`not coalesce((
  select true from cluster_members own join cluster_members earlier on earlier.cluster_id = own.cluster_id ${join}
  where own.article_id = ${id} and ${isListed}
    and (earlier.published_at, earlier.article_id) < (own.published_at, own.article_id) limit 1), false)`;

/** A cluster is shown once in a list of all stories, or of all flashes: by its first. */
export const isFirstOfKind = (id: SQL) => isFirstTold(id, sql`earlier.kind = own.kind`);

/** And once in a list by tag: by the first that has the tag. */
export const isFirstWithTag = (id: SQL, tagId: string) =>
  isFirstTold(
    id,
    sql`true`,
    sql`join article_tags tagged on tagged.article_id = earlier.article_id and tagged.tag_id = ${tagId}`,
  );

/** The story that an article tells together with others. */
export type Cluster = { id: string; outlets: number; articles: number };

/** The cluster of an article by its id in a statement; null when it stands alone. */
export const clusterOf = (id: SQL) => sql<Cluster | null>`(
  select json_build_object('id', min(own.cluster_id::text), 'outlets', count(distinct told.category_id), 'articles', count(*))
  from cluster_members own join cluster_members member on member.cluster_id = own.cluster_id
    join articles told on told.id = member.article_id
  where own.article_id = ${id} having count(*) > 1)`;
