import "server-only";
import { z } from "zod";
import { requireActor } from "@/lib/auth/require";
import { findBulk } from "@/lib/bulk/queries";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

const STATUS: Partial<Record<AppError["code"], number>> = { unauthenticated: 401, not_found: 404, invalid: 400 };

/** How far an act is. Not an action: those wait for each other, and this is asked while others are sent. */
export async function answerProgress(request: Request): Promise<Response> {
  const headers = { "Cache-Control": CACHE_CONTROL.desk };
  try {
    const actor = await requireActor();
    const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
    const progress = id.success ? await findBulk(getDb(), id.data, actor) : null;
    if (!progress) throw new AppError("not_found", "没有这次批量操作");
    return Response.json(progress, { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ message: error.message }, { status: STATUS[error.code] ?? 500, headers });
  }
}
