import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";

/** Longer chains cannot be made; it keeps a fault in the data from turning in circles. */
const MOST_STEPS = 100;

export type Survivor = { id: string; slug: string; name: string; chain: string[] };

/** The outlet that stands today where the one with this condition stood, and the way there; null when there was none. */
async function follow(db: Db | Tx, where: SQL): Promise<Survivor | null> {
  const [row] = await db.execute<Survivor>(sql`
    with recursive chain as (
      select id, slug, name, merged_into_id, array[id] ids from categories where ${where}
      union all
      select c.id, c.slug, c.name, c.merged_into_id, chain.ids || c.id
      from chain join categories c on c.id = chain.merged_into_id
      where cardinality(chain.ids) < ${MOST_STEPS}
    ) select id, slug, name, ids chain from chain where merged_into_id is null`);
  return row ?? null;
}

/** The outlet that took an outlet in, however many merges later; the outlet itself while it stands on its own. */
export const findSurvivor = (db: Db | Tx, id: string): Promise<Survivor | null> => follow(db, sql`id = ${id}::uuid`);

/** The same by an address that an outlet has or had. */
export const findSurvivorBySlug = (db: Db | Tx, slugs: string[]): Promise<Survivor | null> =>
  follow(
    db,
    sql`id = (select id from categories where slug in (${sql.join(
      slugs.map((slug) => sql`${slug}`),
      sql`, `,
    )}) order by slug = ${slugs[0]} desc limit 1)`,
  );

/** Of each of these outlets the one that stands for it today; what never was is left out. */
export async function mapSurvivors(db: Db | Tx, ids: string[]): Promise<Map<string, string>> {
  const starts = [...new Set(ids)];
  if (starts.length === 0) return new Map();
  const list = idList(starts);
  const rows = await db.execute<{ start: string; id: string }>(sql`
    with recursive leads as (
      select id as start, id, merged_into_id, 0 n from categories where id in (${list})
      union all
      select l.start, c.id, c.merged_into_id, l.n + 1
      from leads l join categories c on c.id = l.merged_into_id where l.n < ${MOST_STEPS}
    ) select start, id from leads where merged_into_id is null`);
  return new Map(rows.map(({ start, id }) => [start, id]));
}
