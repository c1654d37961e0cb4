import "server-only";
import { answerJson } from "@/lib/answer";
import { can } from "@/lib/articles/policy";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { Versions } from "@/lib/writing/beat";
import { keepWriting } from "@/lib/writing/commands";
import { findGoverned, findNewest, findVersion } from "@/lib/writing/queries";
import { beatInput, versionsInput } from "@/lib/writing/validation";

/**
 * Autosave and presence. Not an action: those are sent one after another and redraw the page, and a save in the
 * background must do neither. PUT with JSON is no request that another site's page could send.
 */
export const answerBeat = (request: Request) =>
  answerJson("autosave", async (actor) => {
    const input = beatInput.safeParse(await request.json().catch(() => null));
    if (!input.success) throw new AppError("invalid", input.error.issues[0]?.message ?? "请求不对");
    return keepWriting({ db: getDb(), actor, now: new Date() }, input.data);
  });

/** Both sides of a conflict: the version the writer began with, and the newest. */
export const answerVersions = (request: Request) =>
  answerJson("autosave", async (actor) => {
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
