import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { staleTags } from "@/lib/articles/stored";
import { finish, takeStep, type Written } from "@/lib/articles/write";
import { tag } from "@/lib/cache/tags";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import { articles, redirects, takedowns } from "@/lib/db/schema";
import { note } from "@/lib/media/commands";
import { findShareAddress } from "@/lib/share-images/queries";
import type { Storage } from "@/lib/storage/types";
import { destroyPictures, destroyTexts, holdProcessing } from "@/lib/takedowns/destroy";
import { countRemovable, hashOfPath, listOwnPictures } from "@/lib/takedowns/queries";
import type { TakeDownInput } from "@/lib/takedowns/validation";
import { articlePath } from "@/lib/urls";

/** What stands in the place of a title in the newsroom; readers see the record instead. */
const EMPTY_TITLE = "（已按要求删除）";

/**
 * Destroys an article: every text of it and the pictures that nothing else shows. What is left is an empty row that
 * keeps the address and a record of who asked for it, why and what was removed. Rows, files and the announcement to
 * every instance belong to one transaction.
 */
export async function takeDownArticle(ctx: Ctx, storage: Storage, input: TakeDownInput): Promise<Written> {
  const { requester, reason, basis } = input;
  return takeStep(
    ctx,
    "takedown",
    input,
    ({ action }) => action === "article.taken-down",
    async (tx, before) => {
      const old = before.article;
      const stale = await staleTags(tx, before);
      const removed = await countRemovable(tx, old.id);
      const share = await findShareAddress(tx, old.id);
      const pictures = await listOwnPictures(tx, old.id);
      await holdProcessing(tx, pictures);
      const lists = await destroyTexts(tx, old.id);
      const { addresses, hashes } = await destroyPictures(tx, storage, old.id, pictures);
      const [article] = await tx
        .update(articles)
        .set({
          ...{ title: EMPTY_TITLE, summary: "", bodyHtml: "", wordCount: 0, level: 1 },
          ...{ sourceName: "", originalUrl: "", editorName: "", revisedAt: null, trashedFrom: null },
          ...{ status: "withdrawn", withdrawnReason: reason, withdrawnAt: ctx.now, takenDownAt: ctx.now },
          ...{ version: old.version + 1, updatedAt: ctx.now },
        })
        .where(eq(articles.id, old.id))
        .returning();
      const former = await tx
        .select({ path: redirects.fromPath })
        .from(redirects)
        .where(eq(redirects.articleId, old.id));
      const [record] = await tx
        .insert(takedowns)
        .values({
          ...{ articleId: old.id, requester, reason, basis, removed },
          sha256: createHash("sha256").update(`${old.title}\n\n${old.summary}\n\n${old.bodyHtml}`).digest("hex"),
          goneHashes: lists.map(hashOfPath),
          addresses: [
            ...[articlePath(old.slug), ...former.map(({ path }) => encodeURI(path))],
            ...(share ? [share] : []),
            ...addresses,
          ],
          ...{ actor: actorKey(ctx.actor), actorName: actorName(ctx.actor), createdAt: ctx.now },
        })
        .returning({ number: takedowns.number, sha256: takedowns.sha256 });
      for (const id of pictures) await note(tx, ctx, "media.taken-down", id, { articleId: old.id });
      const change = { from: old.status, ...record, requester, basis, removed, pictures: hashes };
      return finish(tx, ctx, {
        action: "article.taken-down",
        reason,
        article: article!,
        change,
        stale: [...stale, tag.corrections],
      });
    },
  );
}
