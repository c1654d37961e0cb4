import "server-only";
import type { Person } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/require";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { AppError, HTTP_STATUS } from "@/lib/errors";
import { log } from "@/lib/log";

/** Answers a script of the newsroom in JSON: what the work gives for the signed-in person, or why not. */
export async function answerJson(what: string, work: (actor: Person) => Promise<unknown>): Promise<Response> {
  const headers = { "Cache-Control": CACHE_CONTROL.desk };
  try {
    return Response.json(await work(await requireActor()), { headers });
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError("internal", "服务器出了点问题");
    if (known !== error) log.error({ err: error }, `${what} failed`);
    return Response.json({ code: known.code, message: known.message }, { status: HTTP_STATUS[known.code], headers });
  }
}
