import "server-only";
import { addressOf } from "@/lib/auth/address";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { fileReport } from "@/lib/reports/commands";
import { type Refusal, refusalPath } from "@/lib/reports/refusals";
import { fileReportInput } from "@/lib/reports/validation";
import { reportPath } from "@/lib/urls";

/** Larger than the longest form, far smaller than what would hurt. */
const MAX_BYTES = 32_000;

/**
 * Takes a plain form and sends the reader on to a page, so that it works without script and a reload sends nothing
 * twice. Another site's page cannot make its visitors report something here.
 */
export async function answerReportForm(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return seeOther(refusalPath("elsewhere"));
  try {
    const input = fileReportInput.safeParse(await readForm(request));
    if (!input.success) return seeOther(refusalPath("invalid"));
    const ctx = { db: getDb(), actor: { kind: "system", job: "reader" } as const, now: new Date() };
    const { token } = await fileReport(ctx, input.data, addressOf(request.headers.get("x-forwarded-for")));
    return seeOther(reportPath(token));
  } catch (error) {
    if (error instanceof AppError) return seeOther(refusalPath(REFUSALS[error.code] ?? "invalid"));
    log.error({ err: error }, "a report could not be taken in");
    return seeOther(refusalPath("fault"));
  }
}

const REFUSALS: Partial<Record<AppError["code"], Refusal>> = {
  forbidden: "filled",
  throttled: "throttled",
  not_found: "gone",
};

const seeOther = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, "Cache-Control": CACHE_CONTROL.never } });

async function readForm(request: Request): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return {};
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) return {};
  const text = await request.text();
  return text.length > MAX_BYTES ? {} : Object.fromEntries(new URLSearchParams(text));
}
