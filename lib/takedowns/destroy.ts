import "server-only";
import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import {
  articleMedia,
  articleTags,
  corrections,
  frontBar,
  frontPlacements,
  importFiles,
  media,
  mentionRejections,
  mentions,
  pastes,
  presence,
  previewLinks,
  refusedLinks,
  reports,
  revisions,
  tagAliases,
  tags,
  workingCopies,
} from "@/lib/db/schema";
import { listFilesOf, TAKEN_DOWN } from "@/lib/importers/taken-down";
import { mediaPath, SLOTS } from "@/lib/media/addresses";
import { everyKey } from "@/lib/media/keys";
import type { Storage } from "@/lib/storage/types";

/**
 * Removes every row that holds words of the article, its own row apart.
 * @returns the paths that answered with such words and go with them
 */
export async function destroyTexts(tx: Tx, articleId: string): Promise<string[]> {
  // Pastes belong to versions: those of no version are in nobody's cascade.
  await tx.delete(pastes).where(eq(pastes.articleId, articleId));
  await tx.delete(workingCopies).where(eq(workingCopies.articleId, articleId));
  await tx.delete(presence).where(eq(presence.articleId, articleId));
  await tx.delete(previewLinks).where(eq(previewLinks.articleId, articleId));
  await tx.delete(mentionRejections).where(eq(mentionRejections.articleId, articleId));
  await tx.delete(frontPlacements).where(eq(frontPlacements.articleId, articleId));
  await tx.delete(frontBar).where(eq(frontBar.articleId, articleId));
  await tx.delete(corrections).where(eq(corrections.articleId, articleId));
  await tx.delete(revisions).where(eq(revisions.articleId, articleId));
  const lists = await destroyTags(tx, articleId);
  await tx.delete(mentions).where(eq(mentions.articleId, articleId));
  await tx.delete(refusedLinks).where(eq(refusedLinks.articleId, articleId));
  // Readers keep their link; what they quoted goes.
  await tx
    .update(reports)
    .set({ quote: "", message: "（内容已随报道删除）", contact: "", answer: "" })
    .where(eq(reports.articleId, articleId));
  // The paths stay, so that the importer knows the story when it comes again.
  const files = await listFilesOf(tx, articleId);
  const emptied = { raw: Buffer.alloc(0), outcome: "quarantined", reason: TAKEN_DOWN, writtenHash: "" } as const;
  if (files.length > 0)
    await tx
      .update(importFiles)
      .set({ ...emptied, articleId })
      .where(inArray(importFiles.path, files));
  return lists;
}

/** A tag that stood on this article alone may be its subject's name. */
async function destroyTags(tx: Tx, articleId: string): Promise<string[]> {
  const gone = await tx.delete(articleTags).where(eq(articleTags.articleId, articleId)).returning();
  const ids = gone.map(({ tagId }) => tagId);
  if (ids.length === 0) return [];
  // A tag that was merged, split or described has a page to answer for, and one that took another in its address.
  const destroyed = await tx
    .delete(tags)
    .where(
      and(
        inArray(tags.id, ids),
        eq(tags.description, ""),
        isNull(tags.mergedIntoId),
        notExists(tx.select().from(articleTags).where(eq(articleTags.tagId, tags.id))),
        notExists(tx.select().from(tagAliases).where(eq(tagAliases.tagId, tags.id))),
        sql`not exists (select 1 from taxonomy_acts a where a.from_id = ${tags.id} or a.to_ids @> array[${tags.id}])`,
      ),
    )
    .returning({ slug: tags.slug });
  return destroyed.map(({ slug }) => `/tag/${slug}`);
}

/** From here on nobody makes sizes of these pictures; who does so at this moment is waited for. */
export async function holdProcessing(tx: Tx, ids: string[]) {
  for (const id of ids) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`media:${id}`}, 0))`);
}

/**
 * Removes pictures, their files of every generation included, before the transaction ends: should that fail, nothing
 * was taken down and it can be tried again.
 * @returns every address that answered with one of them, and their fingerprints
 */
export async function destroyPictures(tx: Tx, storage: Storage, articleId: string, ids: string[]) {
  await tx.delete(articleMedia).where(eq(articleMedia.articleId, articleId));
  if (ids.length === 0) return { addresses: [], hashes: [] };
  const pictures = await tx.select().from(media).where(inArray(media.id, ids)).orderBy(media.id).for("update");
  await tx.delete(media).where(inArray(media.id, ids));
  const addresses: string[] = [];
  for (const { id, generation: newest } of pictures) {
    for (let generation = 1; generation <= newest; generation++) {
      for (const key of everyKey({ id, generation })) await storage.delete(key);
      const files = ["original", ...SLOTS.flatMap((slot) => [`${slot}.webp`, `${slot}.avif`])];
      addresses.push(...files.map((file) => mediaPath({ id, generation }, file)));
    }
  }
  return { addresses, hashes: pictures.map(({ sha256 }) => sha256) };
}
