import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import { visibleText } from "@/lib/content/text";
import type { Db, Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { clusterMembers, clusterVerdicts } from "@/lib/db/schema";
import type { Wanted } from "./keys";
import { profileOf } from "./profile";
import type { Told } from "./same-story";

type Reader = Pick<Db | Tx, "execute" | "select">;

/** Of a longer body the beginning is read. */
const BODY_LENGTH = 40_000;
/** Texts that share most keys are compared; what shares less with so many others is no reprint. */
const MOST_CANDIDATES = 24;

/** Reads articles and makes them ready to be compared. */
export async function readStories(db: Reader, ids: string[]): Promise<Told[]> {
  if (ids.length === 0) return [];
  const rows = await db.execute<{
    id: string;
    status: string;
    kind: "story" | "flash";
    title: string;
    summary: string;
    body: string;
    at: string;
    symbols: string[];
  }>(sql`
    select a.id, a.status, a.kind, a.title, a.summary, left(a.body_html, ${BODY_LENGTH}) body,
      case when a.status in ('published', 'scheduled') then a.publish_at else a.updated_at end at,
      array(select m.symbol from mentions m where m.article_id = a.id and m.relation = 'direct') symbols
    from articles a where a.id in (${idList(ids)})`);
  return rows.map(({ id, status, kind, title, summary, body, at, symbols }) => ({
    ...{ id, status, kind, at: new Date(at), symbols },
    profile: profileOf({ title, text: visibleText(body.replace(/<[^>]*$/, "")) || summary }),
  }));
}

/**
 * Articles that share such keys, those with most of them first. Each key is a look into the index of its own: asked for
 * all at once, Postgres takes them for so many rows that it reads every one.
 * @param where what else is asked of the signature `s` and its article `a`
 */
export async function findByKeys(db: Reader, { any, pairs }: Wanted, where: SQL, limit = MOST_CANDIDATES) {
  const keys = [...any.map((key) => `{${key}}`), ...pairs.map((pair) => `{${pair.join()}}`)];
  if (keys.length === 0) return [];
  const rows = await db.execute<{ id: string }>(sql`
    with s as materialized (
      select met.article_id, met.at, count(*) shared
      from unnest(${`{${keys.map((key) => `"${key}"`).join()}}`}::text[]) wanted
        cross join lateral (select article_id, at from article_signatures where keys @> wanted::int[]) met
      group by met.article_id, met.at
    )
    select a.id from s join articles a on a.id = s.article_id where ${where}
    order by s.shared desc, s.at desc, a.id limit ${limit}`);
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
