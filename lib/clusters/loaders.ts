import "server-only";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { findForDesk } from "@/lib/articles/desk-queries";
import { requireActorAt } from "@/lib/auth/require";
import { isDesk } from "@/lib/context";
import { type Db, getDb } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { maySettle } from "./policy";
import { listClustersOf, listVerdicts, readStories } from "./queries";
import { SPAN_MS } from "./same-story";
import { findSimilar, listLines } from "./similar";
import { clusterDeskPath } from "./validation";

const MOST_SIMILAR = 6;

/** Public articles that are like this one and not told together with it. */
async function loadSimilar(db: Db, id: string, members: string[]) {
  const [story] = await readStories(db, [id]);
  if (!story) return [];
  const near: [Date, Date] = [new Date(story.at.getTime() - SPAN_MS), new Date(story.at.getTime() + SPAN_MS)];
  const where = sql`a.status = 'published' and a.id not in (${idList([id, ...members])})`;
  return findSimilar(db, story, near, where, MOST_SIMILAR);
}

/** Who tells an article's story, what editors said of it and what else is like it; null for who does not run the desk. */
export async function loadClusterDesk(id: string) {
  const actor = await requireActorAt(clusterDeskPath(encodeURIComponent(id)));
  if (!isDesk(actor) || !z.uuid().safeParse(id).success) return null;
  const db = getDb();
  const found = await findForDesk(db, id);
  if (!found || found.article.takenDownAt) return null;
  const { title, status, version } = found.article;
  const members = (await listClustersOf(db, [id])).map(({ articleId }) => articleId);
  const similar = status === "published" ? await loadSimilar(db, id, members) : [];
  const verdicts = await listVerdicts(db, [id]);
  const saidOf = new Map(verdicts.map((said) => [said.firstId === id ? said.secondId : said.firstId, said]));
  const rows = await listLines(db, [...new Set([id, ...members, ...saidOf.keys(), ...similar.map((one) => one.id)])]);
  const lineOf = new Map(
    rows.map((row) => {
      const { trashedFrom: _, createdBy: __, categoryId, at, ...line } = row;
      return [row.id, { ...line, categoryId, at: at.toISOString(), maySplit: maySettle(actor, row) }] as const;
    }),
  );
  const lines = (ids: string[]) => ids.flatMap((one) => lineOf.get(one) ?? []);
  return {
    article: { id, title, status, version },
    mayMerge: status === "published" && maySettle(actor, found.article),
    members: lines(members),
    /** What editors said and what is not seen from who is told together. */
    apart: [...saidOf].flatMap(([other, { verdict, actorName, at }]) =>
      verdict === "other" ? lines([other]).map((line) => ({ ...line, by: actorName, saidAt: at.toISOString() })) : [],
    ),
    similar: similar
      .filter((one) => saidOf.get(one.id)?.verdict !== "other")
      .flatMap(({ id: other, score, likeness }) =>
        lines([other]).map((line) => ({ ...line, score, why: likeness.why ?? null })),
      ),
  };
}
export type ClusterDesk = NonNullable<Awaited<ReturnType<typeof loadClusterDesk>>>;
export type ClusterLine = ClusterDesk["members"][number];
