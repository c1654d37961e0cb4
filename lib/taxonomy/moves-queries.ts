import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { taxonomyActs, taxonomyMoves } from "@/lib/db/schema";
import type { ArticleMove } from "@/lib/taxonomy/report";

/** The outlets out of which merges and splits took each of these articles. */
export const listPlacedFrom = (tx: Tx, articleIds: string[]) =>
  tx
    .selectDistinct({ articleId: taxonomyMoves.articleId, fromId: taxonomyActs.fromId })
    .from(taxonomyMoves)
    .innerJoin(taxonomyActs, eq(taxonomyActs.id, taxonomyMoves.actId))
    .where(
      and(
        inArray(taxonomyMoves.articleId, articleIds),
        eq(taxonomyMoves.state, "moved"),
        eq(taxonomyActs.subject, "category"),
      ),
    );

const MOVES_SHOWN = 50;

/** What merges and splits did with one article without a version of their own, newest first. */
export async function listMovesOf(db: Db, articleId: string): Promise<ArticleMove[]> {
  const nameOf = (id: SQL) => sql<string>`coalesce((select name from categories where id = ${id}),
    (select name from tags where id = ${id}), '')`;
  const rows = await db
    .select({
      id: taxonomyActs.id,
      kind: taxonomyActs.kind,
      subject: taxonomyActs.subject,
      from: nameOf(sql`${taxonomyActs.fromId}`),
      to: sql<string[]>`array(select ${nameOf(sql`target.id`)} from unnest(${taxonomyActs.toIds}) target(id))`,
      actorName: taxonomyActs.actorName,
      undoneBy: taxonomyActs.undoneBy,
      createdAt: taxonomyActs.createdAt,
      undoneAt: taxonomyActs.undoneAt,
    })
    .from(taxonomyMoves)
    .innerJoin(taxonomyActs, eq(taxonomyActs.id, taxonomyMoves.actId))
    .where(and(eq(taxonomyMoves.articleId, articleId), inArray(taxonomyMoves.state, ["moved", "back"])))
    .orderBy(desc(taxonomyActs.createdAt))
    .limit(MOVES_SHOWN);
  return rows.map(({ createdAt, undoneAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }));
}
