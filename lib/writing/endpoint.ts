import "server-only";
import { can } from "@/lib/articles/policy";
import type { Person } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { AppError, HTTP_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Versions } from "@/lib/writing/beat";
import { keepWriting } from "@/lib/writing/commands";
import { findGoverned, findNewest, findVersion } from "@/lib/writing/queries";
import { beatInput, versionsInput } from "@/lib/writing/validation";

/**
 * Autosave and presence. Not an action: those are sent one after another and redraw the page, and a save in the
 * background must do neither. PUT with JSON is no request that another site's page could send.
 */
export const answerBeat = (request: Request) =>
  answer(async (actor) => {
    const input = beatInput.safeParse(await request.json().catch(() => null));
    if (!input.success) throw new AppError("invalid", input.error.issues[0]?.message ?? "请求不对");
    return keepWriting({ db: getDb(), actor, now: new Date() }, input.data);
  });

/** Both sides of a conflict: the version the writer began with, and the newest. */
export const answerVersions = (request: Request) =>
  answer(async (actor) => {
    const input = versionsInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!input.success) throw new AppError("invalid", "请求不对");
    const { articleId, base } = input.data;
    const db = getDb();
    const article = await findGoverned(db, articleId);
    if (!article || !can(actor, "view", article)) throw new AppError("not_found", "文章不存在");
    const newest = await findNewest(db, articleId);
    if (!newest) throw new AppError("not_found", "文章不存在");
    return { base: await findVersion(db, articleId, base), newest } satisfies Versions;
  });

async function answer(work: (actor: Person) => Promise<unknown>): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  try {
    return Response.json(await work(await requireActor()), { headers });
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError("internal", "服务器出了点问题");
    if (known !== error) log.error({ err: error }, "autosave failed");
    return Response.json({ code: known.code, message: known.message }, { status: HTTP_STATUS[known.code], headers });
  }
}
