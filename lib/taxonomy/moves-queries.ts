import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { taxonomyActs, taxonomyMoves } from "@/lib/db/schema";

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
