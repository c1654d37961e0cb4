import "server-only";
import { listOutlets } from "@/lib/articles/desk-queries";
import { requireActor } from "@/lib/auth/require";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Every outlet, for selects: thousands of names would weigh more than the page that they belong to. */
export async function answerOutlets(): Promise<Response> {
  try {
    await requireActor();
  } catch (error) {
    if (error instanceof AppError) return Response.json({ message: error.message }, { status: 401 });
    throw error;
  }
  return Response.json(await listOutlets(getDb()), { headers: { "Cache-Control": CACHE_CONTROL.ownNames } });
}
