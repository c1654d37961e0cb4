import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import { visibleText } from "@/lib/content/text";
import type { Db, Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { clusterMembers, clusterVerdicts } from "@/lib/db/schema";
import { profileOf } from "./profile";
import type { Story } from "./same-story";

type Reader = Pick<Db | Tx, "execute" | "select">;

/** An article as it is compared. `status` and `kind` as in its row. */
export type Told = Story & { id: string; status: string; kind: "story" | "flash"; categoryId: string };

/** Of a longer body the beginning is read. */
const BODY_LENGTH = 40_000;
/** Texts that share most keys are compared; what shares less with so many others is no reprint. */
const MOST_CANDIDATES = 40;

/** Reads articles and makes them ready to be compared. */
export async function readStories(db: Reader, ids: string[]): Promise<Told[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<{
    id: string;
    status: string;
    kind: "story" | "flash";
    category_id: string;
    title: string;
    summary: string;
    body: string;
    at: string;
    symbols: string[];
  }>(sql`
    select a.id, a.status, a.kind, a.category_id, a.title, a.summary, left(a.body_html, ${BODY_LENGTH}) body,
      case when a.status in ('published', 'scheduled') then a.publish_at else a.updated_at end at,
      array(select m.symbol from mentions m where m.article_id = a.id and m.relation = 'direct') symbols
    from articles a where a.id in (${idList(ids)})`);
  return rows.map(({ id, status, kind, category_id, title, summary, body, at, symbols }) => ({
    ...{ id, status, kind, categoryId: category_id, at: new Date(at), symbols },
    profile: profileOf({ title, text: visibleText(body.replace(/<[^>]*$/, "")) || summary }),
  }));
}

/**
 * Articles that share a key, those with most of them first.
 * @param where what else is asked of the signature `s` and its article `a`
 */
export async function findByKeys(db: Reader, keys: number[], where: SQL, limit = MOST_CANDIDATES): Promise<string[]> {
  if (keys.length === 0) return [];
  const wanted = sql.raw(`'{${keys.join()}}'::int[]`);
  const rows = await db.execute<{ id: string }>(sql`
    with met as materialized (select article_id, at, keys from article_signatures where keys && ${wanted})
    select a.id from met s join articles a on a.id = s.article_id where ${where}
    order by (select count(*) from unnest(s.keys) key where key = any(${wanted})) desc, s.at desc, a.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export type Member = typeof clusterMembers.$inferSelect;

/** The rows of all clusters that some article of these is in. */
export async function listClustersOf(db: Reader, ids: string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const own = db
    .select({ id: clusterMembers.clusterId })
    .from(clusterMembers)
    .where(inArray(clusterMembers.articleId, ids));
  return db
    .select()
    .from(clusterMembers)
    .where(inArray(clusterMembers.clusterId, own))
    .orderBy(clusterMembers.publishedAt, clusterMembers.articleId);
}

export type Verdict = typeof clusterVerdicts.$inferSelect;

/** What editors said of some articles and any others. */
export async function listVerdicts(db: Reader, ids: string[]): Promise<Verdict[]> {
  if (ids.length === 0) return [];
  const { firstId, secondId } = clusterVerdicts;
  // Two index looks instead of one pass through all.
  return db
    .select()
    .from(clusterVerdicts)
    .where(sql`${firstId} in (${idList(ids)}) or ${secondId} in (${idList(ids)})`);
}
