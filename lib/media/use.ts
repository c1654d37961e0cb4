import "server-only";
import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { articleMedia, media } from "@/lib/db/schema";
import { mediaIdsIn } from "@/lib/media/addresses";

/** Notes which pictures an article's body shows. A dropped one stays noted, because older versions show it. */
export async function recordMediaUse(tx: Tx, articleId: string, bodyHtml: string) {
  const named = mediaIdsIn(bodyHtml);
  const known =
    named.length > 0
      ? await tx.select({ id: media.id }).from(media).where(inArray(media.id, named)).orderBy(media.id).for("key share")
      : [];
  const ids = known.map(({ id }) => id);
  await tx
    .update(articleMedia)
    .set({ inText: false })
    .where(
      and(
        eq(articleMedia.articleId, articleId),
        eq(articleMedia.inText, true),
        ids.length > 0 ? notInArray(articleMedia.mediaId, ids) : undefined,
      ),
    );
  if (ids.length === 0) return;
  await tx
    .insert(articleMedia)
    .values(ids.map((mediaId) => ({ articleId, mediaId })))
    .onConflictDoUpdate({ target: [articleMedia.articleId, articleMedia.mediaId], set: { inText: true } });
}
