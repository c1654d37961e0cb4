import "server-only";
import { inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db/client";
import { articleSignatures, clusterMembers } from "@/lib/db/schema";
import { Groups } from "./groups";
import { type Keys, keysOf, SIGNING, storedKeys, wanted } from "./keys";
import { findByKeys, listClustersOf, listVerdicts, type Member, readStories } from "./queries";
import { compareStories, SPAN_MS, type Told } from "./same-story";
import { staleAfter } from "./stale";

/** One change of clusters at a time: two reprints that are published at one moment see each other. */
export const lockClusters = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('clusters'))`);

/** What is found by its text: public, or on its way there. */
const isSigned = ({ status }: Told) => status !== "withdrawn" && status !== "trashed";

async function writeSignatures(tx: Tx, told: Told[], keys: Map<string, Keys>) {
  const rows = told.filter(isSigned).map(({ id: articleId, at }) => ({
    ...{ articleId, at, signing: SIGNING, keys: storedKeys(keys.get(articleId)!, at) },
  }));
  const gone = told.filter((one) => !isSigned(one)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(articleSignatures).where(inArray(articleSignatures.articleId, gone));
  if (rows.length === 0) return;
  await tx
    .insert(articleSignatures)
    .values(rows)
    .onConflictDoUpdate({
      target: articleSignatures.articleId,
      set: { at: sql`excluded.at`, signing: sql`excluded.signing`, keys: sql`excluded.keys` },
      setWhere: sql`${articleSignatures.at} <> excluded.at or ${articleSignatures.signing} <> excluded.signing
        or ${articleSignatures.keys} <> excluded.keys`,
    });
}

/** Public articles near in time that share a key with each of these. */
async function findCandidates(tx: Tx, told: Told[], keys: Map<string, Keys>): Promise<Map<string, string[]>> {
  const lists = await Promise.all(
    told.map(({ id, at }) => {
      const [from, to] = [new Date(at.getTime() - SPAN_MS), new Date(at.getTime() + SPAN_MS)];
      const near = sql`a.status = 'published' and a.id <> ${id}
        and s.at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz`;
      return findByKeys(tx, wanted(keys.get(id)!, from, to), near);
    }),
  );
  return new Map(told.map(({ id }, n) => [id, lists[n]!]));
}

async function writeMembers(tx: Tx, before: Member[], after: Member[]) {
  const stays = new Map(after.map((row) => [row.articleId, row]));
  const gone = before.filter(({ articleId }) => !stays.has(articleId)).map(({ articleId }) => articleId);
  if (gone.length > 0) await tx.delete(clusterMembers).where(inArray(clusterMembers.articleId, gone));
  const was = new Map(before.map((row) => [row.articleId, row]));
  const isSame = (a: Member, b: Member | undefined) =>
    b?.clusterId === a.clusterId && b.kind === a.kind && b.publishedAt.getTime() === a.publishedAt.getTime();
  const changed = after.filter((row) => !isSame(row, was.get(row.articleId)));
  if (changed.length === 0) return;
  await tx
    .insert(clusterMembers)
    .values(changed)
    .onConflictDoUpdate({
      target: clusterMembers.articleId,
      set: { clusterId: sql`excluded.cluster_id`, kind: sql`excluded.kind`, publishedAt: sql`excluded.published_at` },
    });
}

/**
 * Puts articles where their texts, and what editors said, now place them: into the cluster of the story they tell, or
 * out of one. Belongs to the transaction that changed them, at its end: it keeps other such changes waiting.
 * @returns tags of the pages that no longer hold, beside those of the articles' own change
 */
export async function alignClusters(tx: Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const told = await readStories(tx, ids);
  const keys = new Map(told.map(({ id, profile }) => [id, keysOf(profile)]));
  await writeSignatures(tx, told, keys);
  const open = told.filter(({ status }) => status === "published");
  // A draft that was none before is nowhere and goes nowhere.
  if (open.length === 0 && (await listClustersOf(tx, ids)).length === 0) return [];

  await lockClusters(tx);
  const verdicts = await listVerdicts(tx, ids);
  const candidates = await findCandidates(tx, open, keys);
  const near = [...candidates.values()].flat();
  const named = verdicts.flatMap(({ firstId, secondId }) => [firstId, secondId]);
  const before = await listClustersOf(tx, [...new Set([...ids, ...near, ...named])]);
  const around = new Set([...near, ...named, ...before.map(({ articleId }) => articleId)]);
  for (const { id } of told) around.delete(id);
  const others = await readStories(tx, [...around]);
  const known = new Map([...told, ...others].map((one) => [one.id, one]));
  // Said of those around as well: they may come into one group with what is placed here.
  const groups = new Groups(before, await listVerdicts(tx, [...known.keys()]), uuidv7);
  for (const { id } of told) groups.remove(id);

  for (const article of open.sort((a, b) => a.at.getTime() - b.at.getTime())) place(article);
  await writeMembers(tx, before, groups.rows());
  return staleAfter(tx, before, groups.rows(), ids);

  function place(article: Told) {
    for (const other of known.values())
      if (other.status === "published" && groups.said(article.id, other.id) === "same") groups.unite(article, other);
    const like = candidates
      .get(article.id)!
      .flatMap((id) => known.get(id) ?? [])
      .map((other) => ({ other, likeness: compareStories(article, other) }))
      .filter(({ likeness }) => likeness.verdict === "same")
      .sort((a, b) => b.likeness.share - a.likeness.share);
    for (const { other } of like)
      if (groups.mayJoin(article, other, (id) => known.get(id))) groups.unite(article, other);
  }
}

/** Says that articles were written whose texts nobody looked at yet; `recluster` does. */
export async function awaitClustering(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insert(articleSignatures)
    .values(ids.map((articleId) => ({ articleId, at: new Date(0), signing: 0, keys: [] })))
    .onConflictDoUpdate({ target: articleSignatures.articleId, set: { signing: 0 } });
}
