import "server-only";
import { requireActor } from "@/lib/auth/require";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import type { Ctx } from "@/lib/context";
import { getDb } from "@/lib/db/client";
import { AppError, type ErrorCode, HTTP_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";
import { bodyImage } from "@/lib/media/addresses";
import type { MediaRow } from "@/lib/media/commands";
import { canMedia } from "@/lib/media/policy";

/** A file that is refused was read and understood: 422 (RFC 9110, 15.5.21). */
const STATUS = { ...HTTP_STATUS, invalid: 422 };
const headers = { "Cache-Control": CACHE_CONTROL.desk };

const failure = (code: ErrorCode, message: string) =>
  Response.json({ ok: false, message }, { status: STATUS[code], headers });

/** Takes a picture in for somebody who may; answers with what an article's body would store, or says why not. */
export async function answerPicture(
  request: Request,
  take: (ctx: Ctx) => Promise<{ picture: MediaRow; isNew: boolean }>,
): Promise<Response> {
  try {
    const actor = await requireActor();
    if (!canMedia(actor, "upload")) throw new AppError("forbidden", "没有上传权限");
    const { picture, isNew } = await take({ db: getDb(), actor, now: new Date() });
    const { id, caption, credit } = picture;
    return Response.json({ ok: true, isNew, picture: { id, caption, credit, ...bodyImage(picture) } }, { headers });
  } catch (error) {
    if (error instanceof AppError) return failure(error.code, error.message);
    if (request.signal.aborted) return failure("invalid", "上传中断了");
    log.error({ err: error }, "a picture could not be taken in");
    return failure("internal", "出了点问题，请稍后再试");
  }
}
