import "server-only";
import { createHash } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "@/lib/audit/record";
import { findLogoHolder } from "@/lib/categories/queries";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articleMedia, media, workingCopies } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { inspectImage } from "@/lib/media/inspect";
import { keysOf, originalKey } from "@/lib/media/keys";
import { canMedia, type MediaVerb } from "@/lib/media/policy";
import type { UpdateMediaInput, Upload } from "@/lib/media/validation";
import { isLogo } from "@/lib/settings/queries";
import type { Storage } from "@/lib/storage/types";

export type MediaRow = typeof media.$inferSelect;
type Said = Partial<Pick<MediaRow, "alt" | "caption" | "credit">>;

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Takes a picture in; sizes are made later. The same bytes again give the picture that is there. */
export async function addMedia(
  ctx: Ctx,
  storage: Storage,
  upload: Upload,
  said: Said = {},
): Promise<{ picture: MediaRow; isNew: boolean }> {
  if (!canMedia(ctx.actor, "upload")) throw new AppError("forbidden", "没有上传权限");
  const { clean, ...seen } = await inspectImage(upload.bytes, upload.type, upload.name);
  const hash = sha256(clean);
  const find = async () => (await ctx.db.select().from(media).where(eq(media.sha256, hash)))[0];
  const present = await find();
  if (present) return { picture: present, isNew: false };

  const row = { id: uuidv7(), generation: 1 };
  await ctx.db.transaction((tx) => noteStoring(tx, ctx, row));
  await storage.put(originalKey(row), clean, seen.mime);
  const made = await ctx.db.transaction(async (tx) => {
    const [picture] = await tx
      .insert(media)
      .values({
        ...row,
        ...seen,
        ...said,
        sha256: hash,
        name: upload.name,
        bytes: clean.length,
        createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing({ target: media.sha256 })
      .returning();
    if (picture) await note(tx, ctx, "media.uploaded", picture.id, { bytes: picture.bytes });
    return picture;
  });
  if (made) return { picture: made, isNew: true };
  // Somebody else brought the same bytes meanwhile.
  await storage.delete(originalKey(row));
  return { picture: (await find())!, isNew: false };
}

/** Alt, caption, credit and rights; articles keep what they say of the picture. */
export async function updateMedia(ctx: Ctx, { id, ...set }: UpdateMediaInput): Promise<MediaRow> {
  return ctx.db.transaction(async (tx) => {
    const old = await lockMedia(tx, ctx, "edit", id);
    const [saved] = await tx
      .update(media)
      .set({ ...set, updatedAt: ctx.now })
      .where(eq(media.id, id))
      .returning();
    // Which, and not what they say: a takedown could not take words out of the log.
    const fields = Object.entries(set).flatMap(([key, value]) => (old[key as keyof typeof set] === value ? [] : [key]));
    await note(tx, ctx, "media.updated", id, { fields });
    return saved!;
  });
}

/** Another try at a picture whose processing failed. */
export async function retryMedia(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { status } = await lockMedia(tx, ctx, "edit", id);
    if (status !== "failed") throw new AppError("invalid", "这张图片没有处理失败");
    await tx.update(media).set({ status: "processing", fault: null, attempts: 0 }).where(eq(media.id, id));
    await note(tx, ctx, "media.retried", id, {});
  });
}

/** Removes a picture that no article ever showed, nor the unsaved work of anybody. */
export async function deleteMedia(ctx: Ctx, storage: Storage, { id }: { id: string }): Promise<void> {
  const gone = await ctx.db.transaction(async (tx) => {
    const picture = await lockMedia(tx, ctx, "delete", id);
    const [use] = await tx.select().from(articleMedia).where(eq(articleMedia.mediaId, id)).limit(1);
    if (use) throw new AppError("conflict", "有文章用着或用过这张图片，不能删除");
    if (await isLogo(tx, id)) throw new AppError("conflict", "这张图片是网站的标志，先在设置里换掉");
    const outlet = await findLogoHolder(tx, id);
    if (outlet) throw new AppError("conflict", `这张图片是媒体「${outlet}」的标志，先在那里换掉`);
    const [unsaved] = await tx
      .select({ articleId: workingCopies.articleId })
      .from(workingCopies)
      .where(sql`${workingCopies.fields}::text like ${`%/media/${id}/%`}`)
      .limit(1);
    if (unsaved) throw new AppError("conflict", "有人还没保存的稿子里用着这张图片，不能删除");
    await tx.delete(media).where(eq(media.id, id));
    await note(tx, ctx, "media.deleted", id, {
      sha256: picture.sha256,
      generation: picture.generation,
    });
    return picture;
  });
  // After the commit: a file without a row is only waste, which is swept; a row without its file would be a fault.
  for (const key of keysOf(gone)) await storage.delete(key);
}

/** Reads a picture and keeps others from writing it until the transaction ends. */
export async function lockMedia(tx: Tx, ctx: Ctx, verb: MediaVerb, id: string): Promise<MediaRow> {
  const [picture] = await tx.select().from(media).where(eq(media.id, id)).for("update");
  if (!picture) throw new AppError("not_found", "没有这张图片");
  if (!canMedia(ctx.actor, verb, picture)) throw new AppError("forbidden", "这张图片不是你上传的，不能改");
  return picture;
}

/** @throws {AppError} when another picture has the same bytes */
export async function requireNewBytes(tx: Tx, id: string, bytes: Buffer): Promise<string> {
  const hash = sha256(bytes);
  const [same] = await tx
    .select({ name: media.name })
    .from(media)
    .where(and(eq(media.sha256, hash), ne(media.id, id)));
  if (same) throw new AppError("conflict", `图库里已有这张图片：${same.name}`);
  return hash;
}

/** Said before a file is stored: should nothing come of it, the sweep knows where to look. */
export const noteStoring = (tx: Tx, ctx: Ctx, { id, generation }: { id: string; generation: number }) =>
  note(tx, ctx, "media.storing", id, { generation });

export const note = (tx: Tx, ctx: Ctx, action: string, id: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "media", subjectId: id, change });
