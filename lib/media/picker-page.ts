import "server-only";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { AppError, HTTP_STATUS } from "@/lib/errors";
import { loadPickerPage } from "@/lib/media/loaders";
import { readMediaParams } from "@/lib/media/params";

/** A page of the library as JSON, for the picker. */
export async function answerPicker(request: Request): Promise<Response> {
  const headers = { "Cache-Control": CACHE_CONTROL.desk };
  try {
    const params = readMediaParams(Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await loadPickerPage(params), { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ message: error.message }, { status: HTTP_STATUS[error.code], headers });
  }
}
