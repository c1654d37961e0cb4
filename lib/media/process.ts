import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { media, type Variant } from "@/lib/db/schema";
import { type MediaRow, note } from "@/lib/media/commands";
import { originalKey, variantKey } from "@/lib/media/keys";
import { makeSizes, makeThumbhash } from "@/lib/media/sizes";
import { readAll, type Storage } from "@/lib/storage/types";

const MAX_ATTEMPTS = 3;

type Outcome = Pick<MediaRow, "variants" | "thumbhash"> | { fault: string };

/**
 * Makes a picture's sizes. A lock that ends with the connection says who works on it: when the process is killed, the
 * picture can be taken up again at once, and meanwhile its words can be edited.
 * @returns whether the picture was processed; false when another works on it or it does not wait
 */
export async function processMedia(ctx: Ctx, storage: Storage, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ got: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`media:${id}`}, 0)) got`,
    );
    if (!lock?.got) return false;
    // Outside of the transaction: what kills the process must leave its trace, or it would kill the next one as well.
    const [picture] = await ctx.db
      .update(media)
      .set({ attempts: sql`${media.attempts} + 1` })
      .where(and(eq(media.id, id), eq(media.status, "processing")))
      .returning();
    if (!picture) return false;
    const outcome = picture.attempts > MAX_ATTEMPTS ? { fault: "处理时程序几次中断，可能是图片本身的问题" } : null;
    await settle(tx, ctx, picture, outcome ?? (await make(storage, picture)));
    return true;
  });
}

async function make(storage: Storage, picture: MediaRow): Promise<Outcome> {
  const stream = await storage.get(originalKey(picture));
  if (!stream) return { fault: "找不到原文件，请重新上传" };
  const original = await readAll(stream);
  const variants: Variant[] = [];
  try {
    const thumbhash = await makeThumbhash(original);
    for await (const { body, ...variant } of makeSizes(original, picture.width)) {
      await storage.put(variantKey(picture, variant), body, `image/${variant.format}`);
      variants.push(variant);
    }
    return { variants, thumbhash };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fault: /timeout/i.test(message) ? "处理超时" : `图片处理不了：${message.slice(0, 200)}` };
  }
}

/** A file that was replaced meanwhile waits for its own processing. */
async function settle(tx: Tx, ctx: Ctx, { id, generation }: MediaRow, outcome: Outcome) {
  const failed = "fault" in outcome;
  const set = failed
    ? { status: "failed" as const, ...outcome }
    : { status: "ready" as const, fault: null, ...outcome };
  const [saved] = await tx
    .update(media)
    .set({ ...set, updatedAt: ctx.now })
    .where(and(eq(media.id, id), eq(media.generation, generation)))
    .returning({ id: media.id });
  if (saved) await note(tx, ctx, failed ? "media.failed" : "media.processed", id, failed ? outcome : {});
}
