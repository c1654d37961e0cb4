import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { accentSheet } from "@/lib/settings/accent";
import { accentsOf } from "@/lib/settings/accent-address";

/** The style sheet of a chosen accent. It follows from its address alone, so it may be kept for ever. */
export async function GET(_request: Request, { params }: RouteContext<"/api/accent/[file]">) {
  const accents = accentsOf((await params).file);
  if (!accents) return new Response("没有这个样式表", { status: 404 });
  return new Response(accentSheet(accents.day, accents.night), {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": CACHE_CONTROL.hashed },
  });
}
