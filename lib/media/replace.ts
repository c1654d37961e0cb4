import "server-only";
import { and, eq } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import { rewriteBody } from "@/lib/articles/rewrite";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { articleMedia, articles, media } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { withPicture } from "@/lib/media/addresses";
import { lockMedia, type MediaRow, note, noteStoring, requireNewBytes } from "@/lib/media/commands";
import { inspectImage } from "@/lib/media/inspect";
import { keysOf, originalKey } from "@/lib/media/keys";
import type { Upload } from "@/lib/media/validation";
import { isLogo } from "@/lib/settings/queries";
import type { Storage } from "@/lib/storage/types";

/**
 * Puts another file in a picture's place; id and address stay. Articles that show it get its new size and generation
 * in the same transaction, so that nothing moves while it loads and no cache goes on showing the old one.
 */
export async function replaceMedia(
  ctx: Ctx,
  storage: Storage,
  { id, upload }: { id: string; upload: Upload },
): Promise<{ picture: MediaRow; tags: string[] }> {
  const { clean, ...seen } = await inspectImage(upload.bytes, upload.type, upload.name);
  const generation = await ctx.db.transaction(async (tx) => {
    const next = (await lockMedia(tx, ctx, "replace", id)).generation + 1;
    await noteStoring(tx, ctx, { id, generation: next });
    return next;
  });
  const { picture, old, tags } = await ctx.db.transaction(async (tx) => {
    const old = await lockMedia(tx, ctx, "replace", id);
    const hash = await requireNewBytes(tx, id, clean);
    if (hash === old.sha256) throw new AppError("invalid", "新文件和原来的一模一样");
    const users = await tx
      .select({
        id: articles.id,
        status: articles.status,
        trashedFrom: articles.trashedFrom,
        createdBy: articles.createdBy,
        categoryId: articles.categoryId,
      })
      .from(articleMedia)
      .innerJoin(articles, eq(articles.id, articleMedia.articleId))
      .where(and(eq(articleMedia.mediaId, id), eq(articleMedia.inText, true)))
      .orderBy(articles.id);
    if (users.some((article) => !can(ctx.actor, "edit", article))) {
      throw new AppError("forbidden", "有你不能改的文章用着这张图片，请找编辑替换");
    }
    if (old.generation + 1 !== generation) throw new AppError("conflict", "这张图片刚被别人替换，请看过再换");
    await storage.put(originalKey({ id, generation }), clean, seen.mime);
    const [picture] = await tx
      .update(media)
      .set({
        ...seen,
        sha256: hash,
        name: upload.name,
        bytes: clean.length,
        generation,
        status: "processing",
        fault: null,
        attempts: 0,
        variants: [],
        thumbhash: null,
        updatedAt: ctx.now,
      })
      .where(eq(media.id, id))
      .returning();
    const tags: string[] = [];
    for (const article of users) {
      const written = await rewriteBody({ ...ctx, db: tx as unknown as Db }, article.id, (html) =>
        withPicture(html, picture!),
      );
      tags.push(...(written?.tags ?? []));
    }
    if (await isLogo(tx, id)) {
      tags.push(tag.site);
      await announce(tx, "media.replaced", [tag.site]);
    }
    await note(tx, ctx, "media.replaced", id, { from: old.sha256, to: hash, articles: users.map((a) => a.id) });
    return { picture: picture!, old, tags };
  });
  for (const key of keysOf(old)) await storage.delete(key);
  return { picture, tags: [...new Set(tags)] };
}
