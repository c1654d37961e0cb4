import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { likeWords } from "@/lib/db/paging";
import type { Criteria, taxonomyActs } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { findTagsByNames } from "@/lib/tags/survivors";
import type { CriteriaInput } from "@/lib/taxonomy/validation";

type Subject = (typeof taxonomyActs.$inferSelect)["subject"];
export type Chosen = { subject: Subject; fromId: string; criteria: Criteria };

const DAY = (day: string) => sql`(${day}::date)::timestamp at time zone 'Asia/Shanghai'`;

function conditions({ sources, words, from, until, tagId }: Criteria): SQL | undefined {
  return and(
    sources?.length
      ? sql`a.source_name in (${sql.join(
          sources.map((source) => sql`${source}`),
          sql`, `,
        )})`
      : undefined,
    ...likeWords(words).map((like) => sql`a.title ilike ${like}`),
    from ? sql`a.publish_at >= ${DAY(from)}` : undefined,
    until ? sql`a.publish_at < ${DAY(until)} + interval '1 day'` : undefined,
    tagId
      ? sql`exists (select 1 from article_tags y where y.article_id = a.id and y.tag_id = ${tagId}::uuid)`
      : undefined,
  );
}

/** `from … where …` of the articles that an act takes; `a` is the article. */
export function chosenArticles({ subject, fromId, criteria }: Chosen): SQL {
  const its = conditions(criteria);
  const more = its ? sql`and ${its}` : sql``;
  return subject === "category"
    ? sql`from articles a where a.category_id = ${fromId}::uuid ${more}`
    : sql`from article_tags x join articles a on a.id = x.article_id where x.tag_id = ${fromId}::uuid ${more}`;
}

/** How many articles an act would take; counted up to `limit` where one is given. */
export async function countChosen(db: Db | Tx, chosen: Chosen, limit?: number): Promise<number> {
  const some = limit === undefined ? sql`` : sql`limit ${limit}`;
  // A whole outlet is counted in a narrow index.
  const rows =
    chosen.subject === "category" && !conditions(chosen.criteria)
      ? sql`from desk_lines where category_id = ${chosen.fromId}::uuid`
      : chosenArticles(chosen);
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int n from (select 1 ${rows} ${some}) counted`);
  return row!.n;
}

/** A form's criteria as they are stored. */
export async function readCriteria(db: Db | Tx, { tag, ...rest }: CriteriaInput): Promise<Criteria> {
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value.length > 0)) as Criteria;
  if (tag === "") return said;
  const [found] = (await findTagsByNames(db, [tag])).get(tag) ?? [];
  if (!found) throw new AppError("invalid", "请检查标出的地方", { tag: `没有标签「${tag}」` });
  return { ...said, tagId: found.id };
}
